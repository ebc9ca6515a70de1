/**
 * Points become value: a till holds them, then captures or lets go; two tills never spend one point
 * twice.
 */
package shutaf.redemption;
