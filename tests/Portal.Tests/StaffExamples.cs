namespace Mamis.Portal.Tests;

/// <summary>Staff of an association, links to get in by, and who has not come in yet, as Identity would answer them.</summary>
public static class StaffExamples
{
    public const string Member = "019ab000-0000-7000-8000-0000000000a1";
    public const string Invited = "019ab000-0000-7000-8000-0000000000a2";

    public const string List =
        $$"""
        {"members":[
          {"staffId":"{{Member}}","role":"prefecture-staff","association":"13","login":"jimu@example.invalid","email":"jimu@example.invalid","factorDue":true},
          {"staffId":"019ab000-0000-7000-8000-0000000000a3","role":"prefecture-staff","association":"13","login":"kacho","email":null,"factorDue":false}],
         "invitations":[
          {"staffId":"{{Invited}}","role":"county-staff","association":"13-001","email":"new@example.invalid","sentAt":"2026-11-20T00:00:00Z","expiresAt":"2026-11-23T00:00:00Z"}]}
        """;

    public const string Invitation = """{"purpose":"invitation","role":"county-staff","association":"13-001","email":"new@example.invalid"}""";

    public const string Replacement = """{"purpose":"replacement","role":"county-staff","association":"13-001","email":"new@example.invalid"}""";

    /// <summary>A physician without a my-page.</summary>
    public const string Waiting = "019ab000-0000-7000-8000-0000000000a4";

    public const string Unregistered =
        $$"""
        {"total":71,"physicians":[
          {"physicianId":"{{Waiting}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","county":"13-001","workplacePrefecture":"13","postcardUntil":"2026-12-31","postcardReturnedOn":null},
          {"physicianId":"019ab000-0000-7000-8000-0000000000a5","licenceNumber":"7654321","familyName":"見本","givenName":"一郎","county":null,"workplacePrefecture":"13","postcardUntil":null,"postcardReturnedOn":"2026-11-20"}],
         "cursor":"019ab000-0000-7000-8000-0000000000a5"}
        """;

    public static string WaitingPerson => Examples.Person
        .Replace("\"active\":true", "\"active\":false,\"postcardUntil\":\"2026-12-31\"", StringComparison.Ordinal)
        .Replace(Examples.PhysicianId, Waiting, StringComparison.Ordinal);
}
