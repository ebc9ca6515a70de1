package shutaf.connectors.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SftpSourceTest {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0";

    @Test
    void the_servers_key_is_pinned_to_its_address() {
        SftpSource source = SftpSource.of("sftp://hub@files.example:2222/out/daily/", "/k", KEY);

        assertThat(source.folder()).isEqualTo("out/daily");
        assertThat(source.knownHost()).isEqualTo("[files.example]:2222 " + KEY + "\n");
        assertThat(SftpSource.of("sftp://hub@files.example", "/k", KEY).knownHost())
                .isEqualTo("files.example " + KEY + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://hub@files.example/out",
                "sftp://files.example/out",
                "sftp://hub:secret@files.example/out",
                "sftp://hub@files.example/out?password=secret",
                "files.example",
            })
    void an_address_without_user_or_with_a_secret_is_refused(String address) {
        assertThatThrownBy(() -> SftpSource.of(address, "/k", KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("an SFTP address must be like sftp://")
                .hasMessageNotContaining("secret@");
    }
}
