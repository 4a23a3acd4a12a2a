namespace Mamis.Portal.Tests;

/// <summary>Fees and transfers, as Certification would answer them.</summary>
public static class Fees
{
    public const string LineId = "019ab000-0000-7000-8000-0000000000f1";
    public const string Address = $"/desk/payments/{LineId}";

    public const string Report =
        $$"""
        {"rows":3,"received":1,"toClarify":1,"known":0,"skipped":0,"refused":1,"stored":false,"results":[
         {"row":1,"result":"received","finding":"exact","amount":10000,"valueDay":"2026-11-20","applicationId":"{{Examples.ApplicationId}}","mistakes":[]},
         {"row":2,"result":"to-clarify","finding":"part","amount":9340,"valueDay":"2026-11-20","applicationId":"{{Examples.ApplicationId}}","mistakes":[]},
         {"row":3,"result":"refused","finding":null,"amount":null,"valueDay":null,"applicationId":null,"mistakes":[{"code":"FIELD_INVALID","explanation":"","subject":"amount"}]}]}
        """;

    public const string Approvals =
        $$"""
        {"cases":2,"approved":1,"unchanged":0,"refused":1,"stored":false,"results":[
         {"application":"AAAAA-BBBBB","id":"{{Examples.ApplicationId}}","version":7,"result":"approved","mistakes":[]},
         {"application":"CCCCC-DDDDD","id":"{{Examples.EntryId}}","version":6,"result":"refused","mistakes":[{"code":"FOUR_EYES","explanation":"","subject":null}]}]}
        """;

    /// <summary>What an applicant has to pay, or has paid.</summary>
    public static string Account(string status, int outstanding, string receivedOn = "null") =>
        $$"""
        {"status":"{{status}}","amount":10000,"received":{{10_000 - outstanding}},"outstanding":{{outstanding}},"payee":"13-001","account":{"bank":"架空銀行","branch":"見本支店","kind":"ordinary","number":"9000001","holder":"カクウイシカイ"},"reference":"1234567897","receivedOn":{{receivedOn}},"reason":null}
        """;

    public static string List => $$"""{"payee":"13-001","open":1,"refundDue":2,"lines":[{{Line("open")}}]}""";

    public static string Details(string status = "open") =>
        $$"""{"line":{{Line(status)}},"history":[{"at":"2026-11-20T00:00:00Z","what":"bank-line-taken","by":"{{Examples.PhysicianId}}","why":null}]}""";

    private static string Line(string status) =>
        $$"""
        {"id":"{{LineId}}","amount":10000,"valueDay":"2026-11-20","finding":"unknown","status":"{{status}}","applicationId":null,"receiptNumber":null,"due":null,"refundDue":null,
         "payer":"ｶｸｳ ﾊﾅｺ","memo":"ﾌﾘｺﾐ","proposals":["AAAAA-BBBBB"]}
        """;
}
