import java.io.FileInputStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.validate.ValidationEntry;
import net.fortuna.ical4j.validate.ValidationResult;

/** Opens a calendar in ical4j, has it validated, and prints what it holds, one tab-separated line a thing. */
public class Ical4jReads {
    public static void main(String[] args) throws Exception {
        Calendar calendar;
        try (FileInputStream in = new FileInputStream(args[0])) {
            calendar = new CalendarBuilder().build(in);
        }
        ValidationResult result = calendar.validate(true);
        for (ValidationEntry entry : result.getEntries()) {
            System.out.println("issue\t" + entry);
        }
        for (Component component : calendar.getComponents()) {
            System.out.println(String.join("\t", component.getName(), value(component, "UID"),
                    value(component, "DTSTART"), value(component, "DTEND"), value(component, "STATUS"),
                    value(component, "SUMMARY")));
        }
    }

    private static String value(Component component, String name) {
        return component.getProperty(name).map(property -> ((Property) property).getValue()).orElse("-");
    }
}
