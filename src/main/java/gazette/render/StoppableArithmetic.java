package gazette.render;

import freemarker.core.ArithmeticEngine;
import freemarker.template.TemplateException;
import java.util.concurrent.CancellationException;

/**
 * FreeMarker's usual arithmetic, which looks each time whether the run should stop: a filter over an endless range is no
 * loop that the template's own checks stand in. Safe to use from many threads.
 */
final class StoppableArithmetic extends ArithmeticEngine {
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the template was stopped");
        }
    }

    @Override
    public int compareNumbers(Number first, Number second) throws TemplateException {
        goOn();
        return BIGDECIMAL_ENGINE.compareNumbers(first, second);
    }

    @Override
    public Number add(Number first, Number second) throws TemplateException {
        goOn();
        return BIGDECIMAL_ENGINE.add(first, second);
    }

    @Override
    public Number subtract(Number first, Number second) throws TemplateException {
        goOn();
        return BIGDECIMAL_ENGINE.subtract(first, second);
    }

    @Override
    public Number multiply(Number first, Number second) throws TemplateException {
        goOn();
        return BIGDECIMAL_ENGINE.multiply(first, second);
    }

    @Override
    public Number divide(Number first, Number second) throws TemplateException {
        goOn();
        return BIGDECIMAL_ENGINE.divide(first, second);
    }

    @Override
    public Number modulus(Number first, Number second) throws TemplateException {
        goOn();
        return BIGDECIMAL_ENGINE.modulus(first, second);
    }

    @Override
    public Number toNumber(String written) {
        return BIGDECIMAL_ENGINE.toNumber(written);
    }
}
