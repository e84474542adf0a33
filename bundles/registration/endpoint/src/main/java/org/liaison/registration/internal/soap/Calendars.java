package org.liaison.registration.internal.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** XML's days, months and instants. A day or month is a calendar fact: a zone that a client puts behind it is ignored. */
public final class Calendars {
    private final DatatypeFactory factory;

    public Calendars() {
        try {
            factory = DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("The platform has no XML data types", e);
        }
    }

    public XMLGregorianCalendar toXml(LocalDate day) {
        return day == null ? null : factory.newXMLGregorianCalendar(day.toString());
    }

    public XMLGregorianCalendar toXml(YearMonth month) {
        return month == null ? null : factory.newXMLGregorianCalendar(month.toString());
    }

    public XMLGregorianCalendar toXml(Instant instant) {
        return instant == null ? null : factory.newXMLGregorianCalendar(instant.toString());
    }

    public LocalDate toDay(XMLGregorianCalendar day) {
        return day == null ? null : LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    public YearMonth toMonth(XMLGregorianCalendar month) {
        return month == null ? null : YearMonth.of(month.getYear(), month.getMonth());
    }
}
