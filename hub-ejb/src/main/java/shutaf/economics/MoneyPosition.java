package shutaf.economics;

import shutaf.shared.PartnerId;

/**
 * What moved between the programme and one partner, with the partner's sign: plus is in its favour.
 *
 * @param partner whose
 * @param issuedPoints points that it gave
 * @param issuedMoney what they cost it, below zero
 * @param clawedBackPoints points that returns brought back
 * @param clawedBackMoney what it was credited for them
 * @param acceptedPoints points that it accepted
 * @param acceptedMoney what it received for them
 * @param reversedPoints accepted points that it gave back, below zero
 * @param reversedMoney what it paid back for them, below zero
 * @param otherMoney corrections by hand
 */
public record MoneyPosition(
        PartnerId partner,
        long issuedPoints,
        long issuedMoney,
        long clawedBackPoints,
        long clawedBackMoney,
        long acceptedPoints,
        long acceptedMoney,
        long reversedPoints,
        long reversedMoney,
        long otherMoney) {

    /** All money together; points out of packs count at the price that was agreed for them. */
    public long net() {
        return issuedMoney + clawedBackMoney + acceptedMoney + reversedMoney + otherMoney;
    }
}
