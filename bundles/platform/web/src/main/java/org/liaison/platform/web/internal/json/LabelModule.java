package org.liaison.platform.web.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Labels;

/** The label beside each code of an answer. A form is put whole as it was served, so labels are read over on the way in. */
final class LabelModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    LabelModule(Labels labels) {
        super("labels");
        setSerializerModifier(new BeanSerializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public List<BeanPropertyWriter> changeProperties(
                    SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                List<BeanPropertyWriter> all = new ArrayList<>();
                for (BeanPropertyWriter property : properties) {
                    all.add(property);
                    if (labelled(property.getType(), property.getAnnotation(CodeOf.class))) {
                        all.add(new Beside(property, labels));
                    }
                }
                return all;
            }
        });
        setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public BeanDeserializerBuilder updateBuilder(
                    DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
                builder.getProperties().forEachRemaining(property -> {
                    if (labelled(property.getType(), property.getAnnotation(CodeOf.class))) {
                        builder.addIgnorable(name(property.getName(), property.getType()));
                    }
                });
                return builder;
            }
        });
    }

    private static boolean labelled(JavaType type, CodeOf list) {
        JavaType one = type.isCollectionLikeType() ? type.getContentType() : type;
        return Labels.labelled(one.getRawClass(), list);
    }

    private static String name(String property, JavaType type) {
        return Labels.property(property, type.isCollectionLikeType());
    }

    /** Writes the label of another property; nothing when it has none. */
    private static final class Beside extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;

        private final transient Labels labels;
        private final transient CodeOf list;

        Beside(BeanPropertyWriter code, Labels labels) {
            super(code, PropertyName.construct(LabelModule.name(code.getName(), code.getType())));
            this.labels = labels;
            this.list = code.getAnnotation(CodeOf.class);
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
            Object label = labels.beside(get(bean), list);
            if (label != null) {
                out.writeFieldName(_name);
                provider.defaultSerializeValue(label, out);
            }
        }
    }
}
