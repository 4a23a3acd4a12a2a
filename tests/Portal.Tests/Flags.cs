namespace Mamis.Portal.Tests;

/// <summary>Flags about attendance, as TrainingCredits would answer them.</summary>
public static class Flags
{
    public const string Id = "019ab000-0000-7000-8000-0000000000f1";

    public const string List =
        $$"""
        {"items":[
         {{Line}},
         {"flagId":"{{Examples.NoticeId}}","kind":"units-over-hours","status":"open","verdict":null,"physicianId":null,"licenceNumber":null,"familyName":null,"givenName":null,"day":"2026-11-21","much":180,"fitting":120,"raisedAt":"2026-11-22T03:00:00Z","trainings":"実地研修会"},
         {"flagId":"{{Examples.EntryId}}","kind":"list-grew","status":"settled","verdict":"nothing-found","physicianId":null,"licenceNumber":null,"familyName":null,"givenName":null,"day":"2026-11-22","much":3,"fitting":null,"raisedAt":"2026-11-22T03:00:00Z","trainings":"更新研修会"}],"next":null}
        """;

    public const string Details =
        $$"""
        {"line":{{Line}},
         "rows":[
          {"trainingId":"{{Examples.TrainingId}}","trainingTitle":"産業医研修会","organizer":"13-001","prefecture":"13","mayCorrect":true,"session":1,"title":"労働衛生の動き","date":"2026-11-21","start":"14:00:00","end":"16:00:00","place":"東京","sessionUnits":2,"entryId":"{{Examples.EntryId}}","category":"life-update","units":2,"mode":"onsite","attendance":"full","status":"posted","listId":"{{Examples.DraftId}}","listRow":7,"postedAt":"2026-11-22T03:00:00Z","licenceNumber":"900001","familyName":"見本田","givenName":"会子"},
          {"trainingId":"{{Examples.DraftId}}","trainingTitle":"実地研修会","organizer":"13-001","prefecture":"14","mayCorrect":false,"session":1,"title":"工場の視察","date":"2026-11-21","start":"14:30:00","end":"17:30:00","place":"横浜","sessionUnits":3,"entryId":"{{Examples.NoticeId}}","category":"life-field","units":3,"mode":"onsite","attendance":"full","status":"posted","listId":"{{Examples.DraftId}}","listRow":2,"postedAt":"2026-11-22T03:00:00Z","licenceNumber":"900001","familyName":"見本田","givenName":"会子"}],
         "settlements":[{"at":"2026-11-22T04:00:00Z","by":"{{Examples.NoticeId}}","desk":"13-001","verdict":"nothing-found","remark":"主催者に確かめました"}]}
        """;

    private const string Line =
        $$"""
        {"flagId":"{{Id}}","kind":"two-places","status":"open","verdict":null,"physicianId":"{{Examples.PhysicianId}}","licenceNumber":"900001","familyName":"見本田","givenName":"会子","listId":null,"day":"2026-11-21","much":90,"fitting":null,"raisedAt":"2026-11-22T03:00:00Z","trainings":"産業医研修会、実地研修会"}
        """;
}
