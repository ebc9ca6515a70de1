package shutaf.member;

import shutaf.shared.MemberId;

/** What became of an enrolment. */
public sealed interface EnrolmentOutcome {
    /**
     * The member is there.
     *
     * @param member the member
     * @param fresh false when somebody with these identifiers was a member already: nothing was
     *     changed then
     */
    record Enrolled(Member member, boolean fresh) implements EnrolmentOutcome {
        /** The account, for doors that see no rows. */
        public MemberId id() {
            return member.id();
        }
    }

    /**
     * The identifiers belong to different members: a person must look at it.
     *
     * @param detail what to do
     */
    record Contradiction(String detail) implements EnrolmentOutcome {}

    /**
     * Something in the request cannot be used.
     *
     * @param field where
     * @param detail what to do
     */
    record Invalid(String field, String detail) implements EnrolmentOutcome {}
}
