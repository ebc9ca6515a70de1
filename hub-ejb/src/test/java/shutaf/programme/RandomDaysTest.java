package shutaf.programme;
