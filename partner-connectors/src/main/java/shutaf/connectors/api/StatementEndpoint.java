package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import shutaf.connectors.api.contract.StatementAnswers;
import shutaf.connectors.api.problem.HttpProblems;
import shutaf.connectors.api.problem.Problems;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.StatementShelf;
import shutaf.shared.Money;

import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A partner's statements: what it owes and is owed, with paper and line file as proof. */
@Path("statements")
@Tag(name = "statements")
@ApplicationScoped
public class StatementEndpoint {
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";
    private static final String UTF8 = ";charset=UTF-8";

    @Inject
    private StatementShelf shelf;

    /** Which there are. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "This partner's statements: drafts of open months, then issued ones")
    @APIResponse(
            responseCode = "200",
            description = "The latest period first",
            content = @Content(schema = @Schema(implementation = StatementAnswers.All.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response list(@BeanParam Call call) {
        return Answer.read(new StatementAnswers.All(shelf.list(call.partner()).stream()
                        .map(StatementEndpoint::head)
                        .toList()))
                .response();
    }

    /** The figures of one. */
    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One statement: positions, sums of its movements, VAT")
    @APIResponse(
            responseCode = "200",
            description = "Its figures",
            content = @Content(schema = @Schema(implementation = StatementAnswers.One.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response one(
            @PathParam("number") String number, @Context UriInfo address, @BeanParam Call call) {
        if (isStrange(number, call)) {
            return nothing();
        }
        String at = address.getAbsolutePath().getPath();
        return shelf.figures(call.partner(), number)
                .map(figures -> Answer.read(answer(figures, at)).response())
                .orElseGet(StatementEndpoint::nothing);
    }

    /** The paper of one. */
    @GET
    @Path("{number}.pdf")
    @Produces(PDF)
    @Operation(summary = "One statement as PDF, in the language of Accept-Language")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = PDF))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response paper(@PathParam("number") String number, @BeanParam Call call) {
        return isStrange(number, call)
                ? nothing()
                : shelf.pdf(call.partner(), number, call.language())
                        .map(paper -> file(paper, PDF, number + ".pdf"))
                        .orElseGet(StatementEndpoint::nothing);
    }

    /** The line file of one; written while it is read, so that its length does not matter. */
    @GET
    @Path("{number}/lines")
    @Produces(CSV)
    @Operation(summary = "One statement's lines as CSV with the chain of hashes")
    @APIResponse(
            responseCode = "200",
            description = "The line file",
            content = @Content(mediaType = CSV))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response lines(@PathParam("number") String number, @BeanParam Call call) {
        StreamingOutput file = out -> shelf.lines(call.partner(), number, out);
        return isStrange(number, call) ? nothing() : file(file, CSV + UTF8, number + "-lines.csv");
    }

    /** Only what is on the list: a draft of a month before the first purchase is nobody's. */
    private boolean isStrange(String number, Call call) {
        return shelf.list(call.partner()).stream()
                .noneMatch(header -> header.number().equals(number));
    }

    private static Response nothing() {
        return Problems.response(HttpProblems.of(404));
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static StatementAnswers.Head head(StatementHeader h) {
        return new StatementAnswers.Head(
                h.number(),
                h.version(),
                h.draft() ? "DRAFT" : "ISSUED",
                h.from().toString(),
                h.to().toString(),
                h.draft() ? null : h.issuedOn().toString(),
                h.currency().getCurrencyCode());
    }

    static StatementAnswers.One answer(PartnerStatementFigures figures, String address) {
        Currency currency = figures.header().currency();
        return new StatementAnswers.One(
                head(figures.header()),
                standing(figures.opening(), currency),
                standing(figures.closing(), currency),
                sums(figures),
                decimal(figures.vatMinor(), currency),
                figures.lineFileHash(),
                address + ".pdf",
                address + "/lines");
    }

    private static List<StatementAnswers.Sum> sums(PartnerStatementFigures figures) {
        Map<LineKind, Movement> inOrder = new EnumMap<>(LineKind.class);
        inOrder.putAll(figures.movements());
        return inOrder.entrySet().stream()
                .map(e -> new StatementAnswers.Sum(
                        e.getKey().name(),
                        e.getValue().lines(),
                        e.getValue().points(),
                        decimal(e.getValue().moneyMinor(), figures.header().currency())))
                .toList();
    }

    private static StatementAnswers.Standing standing(PartnerPosition p, Currency currency) {
        return new StatementAnswers.Standing(p.points(), decimal(p.moneyMinor(), currency));
    }

    private static String decimal(long minor, Currency currency) {
        return new Money(minor, currency.getCurrencyCode()).decimal();
    }
}
