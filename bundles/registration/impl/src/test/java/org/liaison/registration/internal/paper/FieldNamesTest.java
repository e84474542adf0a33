package org.liaison.registration.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.liaison.registration.api.Form;

public class FieldNamesTest {
    @Test
    public void everyFieldOfTheForm_hasAChineseName() {
        List<String> paths = new ArrayList<>();
        collect("", Form.class, paths);

        assertThat(paths)
                .contains("premises[0].rooms[0].occupants", "dispatcher.superior.uscc")
                .hasSizeGreaterThan(100);
        assertThat(paths).allSatisfy(path -> assertThat(FieldNames.of(path)).doesNotContainPattern("[A-Za-z.\\[]"));
    }

    @Test
    public void name_tellsTheRow_andWhatHoldsIt() {
        assertThat(FieldNames.of("premises[1].leaseTo")).isEqualTo("用房第2行租期终止日期");
        assertThat(FieldNames.of("head.cv[0].from")).isEqualTo("负责人工作简历第1行起始年月");
        assertThat(FieldNames.of("name")).isEqualTo("机构名称");
    }

    @Test
    public void whatHasNoName_isShownAsItWasTyped() {
        assertThat(FieldNames.of("head.shoeSize[3]")).isEqualTo("负责人shoeSize[3]");
        assertThat(FieldNames.of("name..x")).isEqualTo("机构名称.x");
        assertThat(FieldNames.of("")).isEmpty();
    }

    private static void collect(String path, Class<?> type, List<String> paths) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Type of = component.getGenericType();
            if (of instanceof ParameterizedType rows) {
                paths.add(name);
                name += "[0]";
                of = rows.getActualTypeArguments()[0];
            }
            paths.add(name);
            if (of instanceof Class<?> part && part.isRecord()) {
                collect(name, part, paths);
            }
        }
    }
}
