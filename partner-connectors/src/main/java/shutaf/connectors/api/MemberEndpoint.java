package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import shutaf.connectors.api.contract.MemberAnswers;
import shutaf.connectors.api.contract.MemberReading;
import shutaf.connectors.api.contract.Reading;
import shutaf.connectors.api.contract.SentEnrolment;
import shutaf.connectors.api.contract.SentMember;
import shutaf.connectors.api.problem.FieldError;
import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;
import shutaf.connectors.api.security.Limits;
import shutaf.crm.PartnerView;
import shutaf.member.Enrolment;
import shutaf.member.EnrolmentOutcome;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.util.List;
import java.util.Optional;

/** Members join, are recognised, and are looked up by partners they dealt with. */
@Path("members")
@Tag(name = "members")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MemberEndpoint {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int MOST_ENTRIES = 200;

    @Inject
    private Members members;

    @Inject
    private PartnerView view;

    @Inject
    private KeyedAnswers keyed;

    @Inject
    private Limits limits;

    /** Enrols a person; somebody who is a member already stays as they are. */
    @POST
    @Operation(summary = "Enrol: identifiers, name, consents -> member")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled",
            content = @Content(schema = @Schema(implementation = MemberAnswers.Enrolled.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was a member already, or the first answer again",
            content = @Content(schema = @Schema(implementation = MemberAnswers.Enrolled.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response enrol(SentEnrolment sent, @BeanParam Call call) {
        return switch (MemberReading.enrolment(sent)) {
            case Reading.Unusable<Enrolment> bad -> Problems.response(bad.problem());
            case Reading.Usable<Enrolment> good ->
                keyed.once(call.key("enrol", sent), () -> enrol(call.partner(), good.value()));
        };
    }

    private Answer enrol(PartnerId partner, Enrolment enrolment) {
        return switch (members.enrol(partner, enrolment)) {
            case EnrolmentOutcome.Enrolled e -> {
                PartnerView.AtTill seen = view.known(partner, e.id()).orElseThrow();
                yield new Answer(
                        e.fresh() ? CREATED : OK,
                        new MemberAnswers.Enrolled(
                                id(seen.member()),
                                seen.maskedName(),
                                seen.active(),
                                seen.pending(),
                                seen.tier()),
                        false);
            }
            case EnrolmentOutcome.Contradiction c -> invalid("identifiers", c.detail());
            case EnrolmentOutcome.Invalid i -> invalid(i.field(), i.detail());
        };
    }

    private static Answer invalid(String field, String detail) {
        return Answer.refused(Problem.invalid(List.of(new FieldError(field, detail))));
    }

    /** Whom a till reads. A POST, so that no number lands in a log. */
    @POST
    @Path("lookup")
    @Operation(summary = "Identifier -> masked member, balance, tier, usable rewards")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberAnswers.AtTill.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response lookup(SentMember sent, @BeanParam Call call) {
        if (!limits.mayLook(call.caller())) {
            return Response.fromResponse(Problems.response(Problem.rateLimited()))
                    .header("Retry-After", 60)
                    .build();
        }
        return switch (MemberReading.lookup(sent)) {
            case Reading.Unusable<MemberRef> bad -> Problems.response(bad.problem());
            case Reading.Usable<MemberRef> ref -> {
                Optional<PartnerView.AtTill> found = view.lookup(call.partner(), ref.value());
                if (found.isEmpty()) {
                    limits.missed(call.caller());
                }
                yield found.map(MemberEndpoint::atTill).orElseGet(MemberEndpoint::nobody);
            }
        };
    }

    private static Response atTill(PartnerView.AtTill seen) {
        List<MemberAnswers.Reward> rewards = seen.value().minor() == 0
                ? List.of()
                : List.of(new MemberAnswers.Reward(
                        "MONEY_OFF",
                        seen.active(),
                        seen.value().decimal(),
                        seen.value().currency()));
        return Answer.read(new MemberAnswers.AtTill(
                        id(seen.member()),
                        seen.maskedName(),
                        seen.status(),
                        seen.tier(),
                        seen.active(),
                        rewards))
                .response();
    }

    private static String id(MemberId member) {
        return Long.toString(member.value());
    }

    private static Response nobody() {
        return Problems.response(Problem.unknownMember());
    }

    /** All points of a member whom the partner knows. */
    @GET
    @Path("{memberId}/balance")
    @Operation(summary = "Active and pending points, next expiries")
    @APIResponse(
            responseCode = "200",
            description = "The balance",
            content = @Content(schema = @Schema(implementation = MemberAnswers.Balance.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response balance(@PathParam("memberId") String id, @BeanParam Call call) {
        return member(id)
                .flatMap(member -> view.balance(call.partner(), member))
                .map(b -> new MemberAnswers.Balance(
                        id,
                        b.active(),
                        b.pending(),
                        b.expiries().stream()
                                .map(e -> new MemberAnswers.Expiry(e.on().toString(), e.points()))
                                .toList()))
                .map(b -> Answer.read(b).response())
                .orElseGet(MemberEndpoint::nobody);
    }

    /** The partner's own dealings with a member. */
    @GET
    @Path("{memberId}/journal")
    @Operation(summary = "This partner's view of the member's journal, newest first")
    @APIResponse(
            responseCode = "200",
            description = "Some of the events",
            content = @Content(schema = @Schema(implementation = MemberAnswers.Page.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response journal(
            @PathParam("memberId") String id,
            @QueryParam("after")
                    @Parameter(description = "next of the page before; absent for the newest")
                    String after,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations
                                                            .enums.SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    String limit,
            @BeanParam Call call) {
        Optional<PartnerView.Place> from = after == null
                ? Optional.of(PartnerView.Place.NEWEST)
                : PartnerView.Place.parse(after);
        if (from.isEmpty()) {
            return invalid("after", "pass what came as next").response();
        }
        Optional<Integer> most = most(limit);
        if (most.isEmpty()) {
            return invalid("limit", "use 1 to " + MOST_ENTRIES).response();
        }
        return member(id)
                .flatMap(member -> view.journal(call.partner(), member, from.get(), most.get()))
                .map(page -> Answer.read(page(page, call)).response())
                .orElseGet(MemberEndpoint::nobody);
    }

    private static MemberAnswers.Page page(PartnerView.Page page, Call call) {
        return new MemberAnswers.Page(
                page.entries().stream()
                        .map(e -> new MemberAnswers.Entry(
                                e.journal().toString(),
                                e.kind(),
                                e.outlet().orElse(null),
                                e.key(),
                                Wording.time(e.happenedAt()),
                                e.points(),
                                Wording.reasons(e.reasons(), call.language())))
                        .toList(),
                page.next().map(PartnerView.Place::toString).orElse(null));
    }

    private static Optional<MemberId> member(String id) {
        return id.matches("[1-9]\\d{0,17}")
                ? Optional.of(new MemberId(Long.parseLong(id)))
                : Optional.empty();
    }

    private static Optional<Integer> most(String limit) {
        return limit.matches("\\d{1,3}")
                ? Optional.of(Integer.valueOf(limit)).filter(n -> n >= 1 && n <= MOST_ENTRIES)
                : Optional.empty();
    }
}
