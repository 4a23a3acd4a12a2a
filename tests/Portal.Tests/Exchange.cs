namespace Mamis.Portal.Tests;

/// <summary>Invented runs and inquiries, as Notifications would answer them.</summary>
public static class Exchange
{
    public const string InquiryId = "019ab000-0000-7000-8000-000000000101";

    public const string Runs =
        $$"""
        {"at":"06:00:00","lastDay":"2026-11-23","runs":[
          {"id":"{{Examples.EntryId}}","asOf":"2026-11-23","startedBy":"schedule","starter":null,"startedAt":"2026-11-22T21:00:00Z","endedAt":"2026-11-22T21:00:09Z","state":"ended","created":1204,"existing":18311},
          {"id":"{{Examples.NoticeId}}","asOf":"2026-11-22","startedBy":"person","starter":"{{Examples.PhysicianId}}","startedAt":"2026-11-22T01:00:00Z","endedAt":null,"state":"broken-off","created":null,"existing":null}],
         "next":"{{Examples.NoticeId}}"}
        """;

    public const string RenewalList =
        $$"""
        {"asOf":"2026-11-23","desk":"13-001","next":"{{Examples.NoticeId}}","physicians":[
          {"noticeId":"{{Examples.NoticeId}}","physicianId":"{{Examples.PhysicianId}}","certificateId":"{{Examples.EntryId}}","number":"S1234567","scheme":"occupational","validTo":"2027-01-31","hasMyPage":true,"applied":true},
          {"noticeId":"{{Examples.EntryId}}","physicianId":"{{Examples.EntryId}}","certificateId":"{{Examples.NoticeId}}","number":"S7654321","scheme":"sports","validTo":"2027-02-28","hasMyPage":false,"applied":false}]}
        """;

    public const string Inquiries = $$"""{"inquiries":[{"inquiry":{{Card}},"waitingDays":3}],"total":1,"support":{{Support}}}""";

    public const string Thread =
        $$"""
        {"inquiry":{{Card}},"mayAct":true,"support":{{Support}},"entries":[
          {"at":"2026-11-19T01:00:00Z","what":"asked","staff":null,"text":"更新の単位について教えてください。\n実地の単位が足りません。"},
          {"at":"2026-11-20T01:00:00Z","what":"assigned","staff":"{{Examples.PhysicianId}}","text":null},
          {"at":"2026-11-20T02:00:00Z","what":"answered","staff":"{{Examples.PhysicianId}}","text":"<b>架空の回答</b>"},
          {"at":"2026-11-20T03:00:00Z","what":"asked","staff":null,"text":null}]}
        """;

    public const string Letters =
        $$"""
        {"waiting":1,"printed":[{"id":"{{Examples.TrainingId}}","letters":201}],"inOnePart":200,"next":"{{InquiryId}}","letters":[
          {"id":"{{InquiryId}}","kind":"one-year","physicianId":"{{Examples.PhysicianId}}","state":"returned","channel":"letter","code":"ADDRESS_WRONG","batchId":"{{InquiryId}}","letterNumber":"0000000026"}]}
        """;

    private const string Support = """{"from":"10:00:00","to":"18:00:00","open":false}""";

    private const string Card =
        $$"""
        {"id":"{{InquiryId}}","physicianId":"{{Examples.PhysicianId}}","desk":"13-001","applicationId":"{{Examples.ApplicationId}}","state":"waiting","assignedTo":"{{Examples.PhysicianId}}",
         "openedAt":"2026-11-19T01:00:00Z","waitingSince":"2026-11-20T03:00:00Z","changedAt":"2026-11-20T03:00:00Z"}
        """;

    public const string AnswerTemplates =
        $$"""{"templates":[{"id":"{{Examples.NoticeId}}","title":"登録料について","text":"登録料は申請後にお届けください。"}]}""";
}
