namespace Mamis.Portal.Tests;

/// <summary>Staff of an association and links to get in by, as Identity would answer them.</summary>
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
}
