namespace Mamis.Portal.Tests;

/// <summary>A calendar of intake rounds, as Certification would answer it.</summary>
public static class Rounds
{
    public const string RoundId = "019ab000-0000-7000-8000-0000000000e1";
    public const string Address = $"/desk/rounds/2026/{RoundId}";

    public const string Calendar =
        $$"""
        {"association":"13-001","fiscalYear":2026,"rounds":[
         {"id":"{{Examples.EntryId}}","scheme":"occupational","number":4,"withdrawn":true,"deadline":"2026-11-02","opens":null,"setTo":null,"closes":"2026-10-09","behind":"2026-10-09","open":0,"opensDayOff":null,"closesDayOff":null},
         {"id":"{{RoundId}}","scheme":"occupational","number":5,"withdrawn":false,"deadline":"2027-01-04","opens":"2026-11-20","setTo":"2026-12-13","closes":"2026-12-06","behind":"2026-12-06","open":12,"opensDayOff":null,"closesDayOff":"sunday"},
         {"id":"{{Examples.NoticeId}}","scheme":"occupational","number":6,"withdrawn":false,"deadline":"2027-03-01","opens":"2027-01-23","setTo":null,"closes":"2027-02-11","behind":"2027-02-11","open":0,"opensDayOff":"saturday","closesDayOff":"public-holiday"}]}
        """;

    public const string Refused =
        """
        {"rows":2,"changed":1,"unchanged":0,"refused":1,"stored":false,"results":[
         {"row":1,"result":"changed","mistakes":[],"opensDayOff":null,"closesDayOff":"sunday"},
         {"row":2,"result":"refused","mistakes":[{"code":"CLOSES_AFTER_DESK_BEHIND","explanation":"","subject":"closes"}],"opensDayOff":null,"closesDayOff":null}]}
        """;

    /// <summary>Until when a case of a queue must be handed on.</summary>
    public const string OfCase =
        """
        "intake":{"fiscalYear":2026,"number":5,"forwardBy":"2026-11-20","daysLeft":-3}
        """;

    /// <summary>The round of an application, and the one it would go with today.</summary>
    public const string OfApplication =
        $$"""
        "intake":{"round":"{{Examples.EntryId}}","fiscalYear":2026,"number":4,"closes":"2026-10-09","deadline":"2026-11-02","dayOff":null},
        "intakeToday":{"round":"{{RoundId}}","fiscalYear":2026,"number":5,"closes":"2026-12-06","deadline":"2027-01-04","dayOff":"sunday"}
        """;
}
