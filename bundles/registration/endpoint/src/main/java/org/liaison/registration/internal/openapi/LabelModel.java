package org.liaison.registration.internal.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Labels;

/** Codes have their labels beside them. Used by the build of the OpenAPI document; not in the bundle. */
public final class LabelModel implements ModelConverter {
    private static final String MODELS = "#/components/schemas/";

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> found = chain.next().resolve(type, context, chain);
        Class<?> shape = Json.mapper().constructType(type.getType()).getRawClass();
        if (found != null && shape.isRecord()) {
            String reference = found.get$ref();
            add(
                    reference == null ? found : context.getDefinedModels().get(reference.substring(MODELS.length())),
                    shape);
        }
        return found;
    }

    private static void add(Schema<?> model, Class<?> shape) {
        for (RecordComponent part : shape.getRecordComponents()) {
            boolean several = Collection.class.isAssignableFrom(part.getType());
            Class<?> code = several
                    ? Json.mapper()
                            .constructType(part.getGenericType())
                            .getContentType()
                            .getRawClass()
                    : part.getType();
            if (Labels.labelled(code, part.getAnnotation(CodeOf.class))) {
                Schema<?> label = several ? new ArraySchema().items(new StringSchema()) : new StringSchema();
                label.setReadOnly(true);
                model.addProperty(Labels.property(part.getName(), several), label);
            }
        }
    }
}
