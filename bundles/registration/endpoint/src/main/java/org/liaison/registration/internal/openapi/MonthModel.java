package org.liaison.registration.internal.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.YearMonth;
import java.util.Iterator;

/** A month is the text 2018-03 in our JSON. Used by the build of the OpenAPI document; not in the bundle. */
public final class MonthModel implements ModelConverter {
    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (type.getType().getTypeName().contains(YearMonth.class.getName())) {
            return new StringSchema().pattern("^[0-9]{4}-[0-9]{2}$");
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
