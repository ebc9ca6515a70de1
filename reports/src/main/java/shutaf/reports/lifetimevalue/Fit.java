package shutaf.reports.lifetimevalue;

import java.util.List;
import java.util.Optional;

/**
 * What became of a fit: a model, a ridge without a top, or a refusal. Parameters of a ridge are
 * never shown as if they meant something.
 *
 * @param <M> the kind of model
 */
public sealed interface Fit<M> {

    /** What is to be said beside it. */
    List<FitFinding> findings();

    /** A model to forecast with, if there is any: a ridge forecasts well, only its name is void. */
    Optional<M> forecasting();

    /** The numbers, where there was something to climb. */
    Optional<FitFigures> climbed();

    /**
     * The likelihood has one top, and it was found.
     *
     * @param model the model
     * @param figures its numbers
     * @param findings caveats
     * @param <M> the kind of model
     */
    record Identified<M>(M model, FitFigures figures, List<FitFinding> findings) implements Fit<M> {

        /** Keeps its own list. */
        public Identified {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<M> forecasting() {
            return Optional.of(model);
        }

        @Override
        public Optional<FitFigures> climbed() {
            return Optional.of(figures);
        }
    }

    /**
     * The likelihood rises along a ridge to the bounds, or is flat at its top.
     *
     * @param onTheRidge the highest point within the bounds: good for forecasts, not for reading
     * @param figures its numbers
     * @param findings why, in plain words
     * @param simpler the model without leaving, where that describes the data as well
     * @param <M> the kind of model
     */
    record NotIdentified<M>(
            M onTheRidge, FitFigures figures, List<FitFinding> findings, Optional<Nbd> simpler)
            implements Fit<M> {

        /** Keeps its own list. */
        public NotIdentified {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<M> forecasting() {
            return Optional.of(onTheRidge);
        }

        @Override
        public Optional<FitFigures> climbed() {
            return Optional.of(figures);
        }
    }

    /**
     * There is nothing to fit.
     *
     * @param findings why, in plain words
     * @param <M> the kind of model
     */
    record Refused<M>(List<FitFinding> findings) implements Fit<M> {

        /** Keeps its own list. */
        public Refused {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<M> forecasting() {
            return Optional.empty();
        }

        @Override
        public Optional<FitFigures> climbed() {
            return Optional.empty();
        }
    }
}
