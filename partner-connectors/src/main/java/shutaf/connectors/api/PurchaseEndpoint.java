package shutaf.connectors.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import shutaf.connectors.api.contract.Answers;
import shutaf.connectors.api.contract.BatchReading;
import shutaf.connectors.api.contract.PurchaseReading;
import shutaf.connectors.api.contract.Reading;
import shutaf.connectors.api.contract.SentBatch;
import shutaf.connectors.api.contract.SentPurchase;
import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;
import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Receipts become points. */
@Path("purchases")
@Tag(name = "purchases")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseEndpoint {
    private static final int MOST = 1_000;

    @Inject
    private PurchaseIntake intake;

    @Inject
    private KeyedAnswers keyed;

    @Resource
    private ManagedExecutorService executor;

    /**
     * One receipt. The request's thread goes home while the receipt waits for its commit, so a few
     * threads serve all tills; the answer is written by another thread than the one that commits.
     */
    @POST
    @Operation(summary = "One receipt -> points, with reasons")
    @APIResponse(
            responseCode = "201",
            description = "Taken in",
            content = @Content(schema = @Schema(implementation = Answers.OfPurchase.class)))
    @APIResponse(
            responseCode = "200",
            description = "Taken in before: the first answer again",
            content = @Content(schema = @Schema(implementation = Answers.OfPurchase.class)))
    @APIResponse(
            responseCode = "202",
            description = "Kept for whoever claims it",
            content = @Content(schema = @Schema(implementation = Answers.OfPurchase.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public CompletionStage<Response> accept(SentPurchase sent, @BeanParam Call call) {
        return switch (PurchaseReading.read(sent, call.partner(), Channel.API)) {
            case Reading.Unusable<Purchase> bad ->
                CompletableFuture.completedStage(Problems.response(bad.problem()));
            case Reading.Usable<Purchase> purchase ->
                intake.accept(purchase.value(), call.key("purchase", sent))
                        .thenApplyAsync(
                                outcome -> PurchaseAnswers.one(outcome, call.language())
                                        .response(),
                                executor);
        };
    }

    /** Many receipts at once; each stands alone. */
    @POST
    @Path("batch")
    @Operation(summary = "Up to 1,000 receipts, each standing alone; results in their order")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SentBatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = Answers.OfBatch.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response accept(InputStream body, @BeanParam Call call) throws IOException {
        List<Reading<SentPurchase>> sent;
        try {
            sent = BatchReading.read(body.readNBytes(Json.MOST_BYTES + 1));
        } catch (Json.Unreadable e) {
            return Problems.response(Problem.of(e));
        }
        if (sent.isEmpty()) {
            return refused(RefusalReason.VALIDATION, "send at least one purchase");
        }
        if (sent.size() > MOST) {
            return refused(RefusalReason.LIMIT_EXCEEDED, "send up to 1,000 purchases at once");
        }
        if (!keyed.claim(call.key("batch", BatchReading.readable(sent)))) {
            return Problems.response(Problem.of(KeyedAnswers.keyReused()));
        }
        List<Reading<Purchase>> readings = sent.stream()
                .map(one -> BatchReading.purchase(one, call.partner()))
                .toList();
        return Answer.read(new Answers.OfBatch(results(readings))).response();
    }

    private List<Answers.OfBatchItem> results(List<Reading<Purchase>> readings) {
        List<Purchase> usable = new ArrayList<>();
        for (Reading<Purchase> reading : readings) {
            if (reading instanceof Reading.Usable<Purchase> good) {
                usable.add(good.value());
            }
        }
        Iterator<IntakeOutcome> outcomes = intake.accept(usable).iterator();
        List<Answers.OfBatchItem> results = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            results.add(
                    switch (readings.get(i)) {
                        case Reading.Usable<Purchase> good ->
                            PurchaseAnswers.item(i, outcomes.next());
                        case Reading.Unusable<Purchase> bad ->
                            PurchaseAnswers.unusable(i, bad.errors());
                    });
        }
        return results;
    }

    private static Response refused(RefusalReason reason, String detail) {
        return Problems.response(Problem.of(new Refusal(reason, "purchases", detail)));
    }
}
