namespace Mamis.Portal.Tests;

/// <summary>A certificate as Certification shows it, with and without a suspension.</summary>
internal static class Titles
{
    public const string Id = Examples.EntryId;

    public const string Suspended =
        $$"""
        {"certificate":{"id":"{{Id}}","physicianId":"{{Examples.PhysicianId}}","scheme":"occupational","number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31",
           "graceUntil":null,"lapsedOn":null,"suspendedFrom":"2026-11-01","suspendedUntil":null,"state":"suspended"},"on":"2026-11-23","state":"suspended",
         "terms":[{"number":"S1234567","validFrom":"2017-02-01","validTo":"2022-01-31","lapsedOn":null},{"number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31","lapsedOn":null}],
         "suspensions":[{"fromDay":"2026-04-01","untilDay":"2026-06-30","decidedAt":"2026-03-20T01:00:00Z","reason":"認定証の貸与","liftedAt":"2026-06-20T01:00:00Z","liftReason":"改善の確認"},
           {"fromDay":"2026-11-01","untilDay":null,"decidedAt":"2026-10-20T01:00:00Z","reason":"医業停止の処分","liftedAt":null,"liftReason":null}]}
        """;

    public const string Resigned =
        $$"""
        {"certificate":{"id":"{{Id}}","physicianId":"{{Examples.PhysicianId}}","scheme":"occupational","number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31",
           "graceUntil":null,"lapsedOn":"2026-12-31","lossGround":"resigned","suspendedFrom":null,"suspendedUntil":null,"state":"valid"},"on":"2026-11-23","state":"valid",
         "terms":[{"number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31","lapsedOn":"2026-12-31","lossGround":"resigned","lossReason":null}],"suspensions":[]}
        """;

    public const string StruckOff =
        $$"""
        {"certificate":{"id":"{{Id}}","physicianId":"{{Examples.PhysicianId}}","scheme":"occupational","number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31",
           "graceUntil":null,"lapsedOn":"2026-11-01","lossGround":"struck-off","suspendedFrom":null,"suspendedUntil":null,"state":"struck-off"},"on":"2026-11-23","state":"struck-off",
         "terms":[{"number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31","lapsedOn":"2026-11-01","lossGround":"struck-off","lossReason":"医師免許の取消し"}],"suspensions":[]}
        """;

    public const string Valid =
        $$"""
        {"certificate":{"id":"{{Id}}","physicianId":"{{Examples.PhysicianId}}","scheme":"occupational","number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31",
           "graceUntil":null,"lapsedOn":null,"suspendedFrom":null,"suspendedUntil":null,"state":"valid"},"on":"2026-11-23","state":"valid",
         "terms":[{"number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31","lapsedOn":null}],"suspensions":[]}
        """;
}
