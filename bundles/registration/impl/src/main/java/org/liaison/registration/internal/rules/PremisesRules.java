package org.liaison.registration.internal.rules;

import java.util.List;
import java.util.Optional;
import org.liaison.platform.api.rules.Division;
import org.liaison.registration.api.Form;

/** Premises and rooms (办公用房及附属用房, O-17); domain page 2.6. */
final class PremisesRules {
    private static final String OFFICE = "1";
    private static final String RENTED = "2";
    private static final int COUNTY = 3;

    private PremisesRules() {}

    static void premises(Filing filing, Place form) {
        List<Form.Premises> rows = filing.form().premises();
        if (!form.present("premises", rows)) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            one(filing, form.row("premises", i), rows.get(i));
        }
        if (rows.stream().noneMatch(row -> row.kind() == null || OFFICE.equals(row.kind()))) {
            form.refuse("premises", "NO_OFFICE_PREMISES", "至少应填写一处办公用房");
        }
    }

    /** A county-level division of today inside the host city that the form names. */
    static void district(Filing filing, Place place, String code) {
        if (!place.present("district", code)) {
            return;
        }
        Optional<Division> found = place.book().division(code, place.today());
        if (found.isEmpty() || found.get().level() != COUNTY || found.get().pseudo()) {
            place.refuse("district", "DIVISION_UNKNOWN", "应为现行有效的县级行政区划代码，且不得为市辖区");
            return;
        }
        String city = filing.form().hostCity();
        boolean cityKnown = city != null
                && place.book().code("host-city", city, place.today()).isPresent();
        if (cityKnown && !city.equals(found.get().parent())) {
            place.refuse("district", "NOT_IN_HOST_CITY", "所在区县不在驻在城市内");
        }
    }

    private static void one(Filing filing, Place place, Form.Premises p) {
        place.code("kind", p.kind(), "premises-kind");
        place.code("right", p.right(), "premises-right");
        district(filing, place, p.district());
        place.text("address", p.address(), 200);
        place.present("inUseFrom", p.inUseFrom());
        boolean building = place.amount("buildingArea", p.buildingArea(), 8);
        boolean usable = place.amount("usableArea", p.usableArea(), 8);
        if (building && usable && p.usableArea().compareTo(p.buildingArea()) > 0) {
            place.refuse("usableArea", "USABLE_OVER_BUILDING", "使用面积不得大于建筑面积");
        }
        place.optional("titleNo", p.titleNo(), 60);
        if (RENTED.equals(p.right())) {
            lease(place, p);
        }
        rooms(place, p.rooms());
    }

    private static void lease(Place place, Form.Premises p) {
        boolean from = place.present("leaseFrom", p.leaseFrom());
        boolean to = place.present("leaseTo", p.leaseTo());
        if (from && to && !p.leaseTo().isAfter(p.leaseFrom())) {
            place.refuse("leaseTo", "END_BEFORE_START", "租期截止日期应晚于起始日期");
        }
        place.text("landlord", p.landlord(), 120);
        place.amount("annualRent", p.annualRent(), 14);
        place.text("rentApprovalNo", p.rentApprovalNo(), 60);
    }

    private static void rooms(Place place, List<Form.Room> rooms) {
        for (int i = 0; rooms != null && i < rooms.size(); i++) {
            Form.Room room = rooms.get(i);
            Place row = place.row("rooms", i);
            row.text("no", room.no(), 20);
            row.code("use", room.use(), "room-use");
            row.amount("usableArea", room.usableArea(), 8);
            for (int j = 0; room.occupants() != null && j < room.occupants().size(); j++) {
                row.code("occupants[" + j + "]", room.occupants().get(j), "leadership-rank");
            }
        }
    }
}
