package org.citycase.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.PenaltySheet;
import org.citycase.casefile.PenaltySheets;
import org.citycase.casefile.ReporterMask;
import org.citycase.clock.ClockView;
import org.citycase.clock.Limit;
import org.citycase.dossier.CaseStory.Coded;
import org.citycase.dossier.CaseStory.Dated;
import org.citycase.dossier.CaseStory.Event;
import org.citycase.dossier.CaseStory.Header;
import org.citycase.dossier.CaseStory.Link;
import org.citycase.dossier.CaseStory.Penalty;
import org.citycase.dossier.CaseStory.Reporter;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/** The head of a case file, as the story shows it. */
@Component
class StoryHeader {

  private final Names names;
  private final CaseDesk desk;
  private final PenaltySheets penalties;
  private final ClosingStandard closing;

  StoryHeader(Names names, CaseDesk desk, PenaltySheets penalties, ClosingStandard closing) {
    this.names = names;
    this.desk = desk;
    this.penalties = penalties;
    this.closing = closing;
  }

  /** The clock's face, and since when it is overdue or null. */
  record Clock(ClockView face, Instant overdueSince) {}

  Header of(CaseFile file, Clock clock, ReporterMask mask, Event lastEntry) {
    ClockView face = clock.face();
    PenaltySheet sheet = penalties.of(file);
    return new Header(
        file.number(),
        coded("state", file.state().name()),
        file.state().isEnd(),
        file.step(),
        names.category(file.category()),
        names.condition(file.condition()),
        file.condition() == null ? null : told(closing.demanded(file)),
        file.reported().measure(),
        coded("channel", file.reported().channel().code()),
        file.reported().description(),
        file.place().address() == null ? "" : file.place().address(),
        file.place().grid(),
        names.district(file.place().district()),
        file.reported().component(),
        names.unit(file.assignment().unit()),
        file.assignment().coUnits().stream().map(names::unit).toList(),
        file.assignment().handler(),
        file.assignment().result(),
        limit(file.limit()),
        face.dueAt(),
        face.overdue(),
        clock.overdueSince(),
        coded("clock", face.state().code()),
        face.light(),
        face.usedSeconds(),
        face.remainingSeconds(),
        file.reworkCount(),
        file.extensionCount(),
        file.returnCount(),
        file.flags().stream().map(flag -> coded("flag", flag)).toList(),
        dates(file),
        file.reported().reportedBy(),
        reporter(mask),
        links(file),
        sheet.points(),
        penalties(sheet),
        file.standardVersion(),
        lastEntry.seq(),
        lastEntry.hash());
  }

  private static Coded coded(String list, String code) {
    return new Coded(code, StoryWords.name(list, code));
  }

  private static Bilingual told(org.citycase.casefile.Closing closing) {
    return new Bilingual(closing.zh(), closing.en());
  }

  private Bilingual limit(Limit limit) {
    return limit == null ? null : names.limit(limit.toString());
  }

  private static List<Dated> dates(CaseFile file) {
    return Stream.of(
            date("foundAt", file.reported().foundAt()),
            date("reportedAt", file.reported().reportedAt()),
            date("filedAt", file.course().filedAt()),
            date("dispatchedAt", file.course().dispatchedAt()),
            date("fedBackAt", file.course().fedBackAt()),
            date("closedAt", file.course().closedAt()))
        .filter(date -> date.at() != null)
        .toList();
  }

  private static Dated date(String code, Instant at) {
    return new Dated(code, StoryWords.say("date." + code), at);
  }

  private static Reporter reporter(ReporterMask mask) {
    return mask == null || mask.erasedAt() != null ? null : new Reporter(mask.name(), mask.phone());
  }

  private List<Link> links(CaseFile file) {
    List<Link> links = new ArrayList<>();
    link(links, "mergedInto", file.mergedInto());
    desk.mergedInto(file.number()).forEach(number -> link(links, "mergedReport", number));
    link(links, "parentCase", file.parentCase());
    desk.linkedTo(file.number()).forEach(number -> link(links, "linkedCase", number));
    return links;
  }

  private static void link(List<Link> links, String how, String number) {
    if (number != null) {
      links.add(new Link(how, StoryWords.say("link." + how), number));
    }
  }

  private static List<Penalty> penalties(PenaltySheet sheet) {
    List<Penalty> all = new ArrayList<>();
    sheet
        .items()
        .forEach(
            item ->
                all.add(
                    new Penalty(
                        item.getCode(),
                        StoryWords.name("value", item.getCause()),
                        item.getUnit(),
                        null,
                        item.getPoints())));
    sheet
        .persons()
        .forEach(
            one ->
                all.add(
                    new Penalty(
                        one.getCode(),
                        StoryWords.name("value", "lateFieldTask"),
                        null,
                        one.getPerson(),
                        one.getPoints())));
    return all;
  }
}
