namespace Mamis.Portal.Tests;

/// <summary>Claims of missing credits, as TrainingCredits would answer them.</summary>
public static class Claims
{
    public const string Id = "019ab000-0000-7000-8000-0000000000c1";
    public const string OfTraining = $"/trainings/{Examples.TrainingId}/claim";

    public const string List =
        $$"""
        {"items":[
         {"claimId":"{{Id}}","trainingTitle":"産業医研修会","organizer":"13-001","prefecture":"13","status":"at-organizer","answerBy":"2026-12-06","overdue":false,"madeAt":"2026-11-22T03:00:00Z","licenceNumber":"900001","familyName":"見本田","givenName":"会子"},
         {"claimId":"{{Examples.NoticeId}}","trainingTitle":"実地研修会","organizer":"13-001","prefecture":"13","status":"at-prefecture","answerBy":"2026-11-06","overdue":true,"madeAt":"2026-10-22T03:00:00Z","licenceNumber":"900001","familyName":"見本田","givenName":"会子"},
         {"claimId":"{{Examples.EntryId}}","trainingTitle":"更新研修会","organizer":"13-001","prefecture":"13","status":"confirmed","answerBy":"2026-10-06","overdue":false,"madeAt":"2026-09-22T03:00:00Z","licenceNumber":"900001","familyName":"見本田","givenName":"会子"}],"next":null}
        """;

    public static string Details(string status, bool mayAnswer = false) =>
        $$"""
        {"id":"{{Id}}","status":"{{status}}","answerBy":"2026-12-06","mayAnswer":{{(mayAnswer ? "true" : "false")}},"trainingId":"{{Examples.TrainingId}}","trainingTitle":"産業医研修会","organizer":"13-001","prefecture":"13","role":"attendee",
         "sessions":[{"number":1,"title":"労働衛生の動き","date":"2026-11-21","start":"14:00:00","end":"16:00:00","category":"life-update","units":2}],
         "claimant":{"licenceNumber":"900001","familyName":"見本田","givenName":"会子"},"evidence":["{{Examples.EntryId}}"],
         "steps":[{"what":"made","at":"2026-11-22T03:00:00Z","desk":null,"words":"受付を通りました"},{"what":"turned-down","at":"2026-11-23T03:00:00Z","desk":"13-001","words":"受付簿に記載がありません"}]}
        """;
}
