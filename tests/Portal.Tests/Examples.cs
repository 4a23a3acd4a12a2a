namespace Mamis.Portal.Tests;

/// <summary>Invented people and cases, as the services would answer them.</summary>
public static class Examples
{
    public const string PhysicianId = "019ab000-0000-7000-8000-000000000001";
    public const string ApplicationId = "019ab000-0000-7000-8000-0000000000a1";
    public const string TrainingId = "019ab000-0000-7000-8000-0000000000b1";
    public const string DraftId = "019ab000-0000-7000-8000-0000000000b2";
    public const string EntryId = "019ab000-0000-7000-8000-0000000000c1";
    public const string NoticeId = "019ab000-0000-7000-8000-0000000000d1";

    public const string Person =
        $$"""
        {"physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","familyNameKana":"カクウ","givenNameKana":"ハナコ",
         "birthDate":"1961-04-02","email":"hanako@example.invalid","postalCode":"100-0001","address":"架空都見本区1","workplaceName":"架空診療所","active":true,
         "standing":{"county":"13-001","prefecture":"13","jma":true,"workplacePrefecture":"13"} }
        """;

    public const string Hits =
        $$"""
        {"physicians":[{"physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","familyNameKana":"カクウ","givenNameKana":"ハナコ",
         "county":"13-001","prefecture":"13","jma":true,"workplacePrefecture":"13","active":false}],"cursor":"{{EntryId}}"}
        """;

    public const string Standings =
        """
        {"steps":[{"enteredAt":"2026-04-02T01:00:00+00:00","change":"joined","association":"13-001","since":"2026-04-01","standing":{"county":"13-001","prefecture":null,"jma":false,"workplacePrefecture":"13"} },
                  {"enteredAt":"2025-04-01T01:00:00+00:00","change":"set","association":null,"since":"2025-04-01","standing":{"county":null,"prefecture":null,"jma":false,"workplacePrefecture":"13"} }]}
        """;

    public const string Registrations =
        $$"""
        {"registrations":[{"physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"次郎","familyNameKana":"カクウ","givenNameKana":"ジロウ",
         "birthDate":"1979-03-09","workplaceName":"架空産業","workplacePrefecture":"13","registeredAt":"2026-11-22T15:04:00+00:00"}]}
        """;

    public const string Import =
        """
        {"rows":3,"new":1,"changed":0,"unchanged":1,"refused":1,"explanations":{},
         "results":[{"row":1,"licenceNumber":"1","result":"new","physicianId":null,"codes":[]},{"row":2,"licenceNumber":"2","result":"unchanged","physicianId":null,"codes":[]},
                    {"row":3,"licenceNumber":"３","result":"refused","physicianId":null,"codes":["COUNTY_UNKNOWN","NAME_INVALID"]}]}
        """;

    public const string Associations = """[{"code":"13","name":"東京都医師会"},{"code":"13-001","name":"架空区医師会"},{"code":"JMA","name":"日本医師会"}]""";

    public const string Certificates =
        $$"""{"certificates":[{"id":"{{EntryId}}","physicianId":"{{PhysicianId}}","scheme":"occupational","number":"S1234567","validFrom":"2022-02-01","validTo":"2027-01-31","graceUntil":null,"lapsedOn":null,"state":"valid"}]}""";

    public const string Lacking =
        $$"""
        {"eligible":false,"reasons":["OCC_RENEWAL_TOTAL_SHORT","OCC_RENEWAL_FIELD_SHORT"],"flags":["PAPER_ORIGINAL_REQUIRED","WEB_NOT_ALLOWED"],
         "counted":{"total":12,"update":5,"field":0,"special":7},"documentsNeeded":[],
         "shortages":[{"code":"OCC_RENEWAL_TOTAL_SHORT","item":null,"required":20,"counted":12},{"code":"OCC_RENEWAL_FIELD_SHORT","item":null,"required":1,"counted":0}],
         "credits":[{"entryId":"{{EntryId}}","date":"2025-05-10","category":"life-update","item":null,"units":5,"source":"mamis","countedUnits":5,"flag":null},
                    {"entryId":"{{NoticeId}}","date":"2024-11-03","category":"life-field","item":null,"units":3,"source":"paper","countedUnits":0,"flag":"WEB_NOT_ALLOWED"}],
         "webUnitsOverCap":0,"ruleVersions":["occupational-renewal since 0001-01-01"]}
        """;

    public const string Met =
        """
        {"eligible":true,"reasons":[],"flags":["PAPER_ORIGINAL_REQUIRED"],"counted":{"total":20,"update":8,"field":5,"special":7},
         "newValidity":{"validFrom":"2027-02-01","validTo":"2032-01-31"},"documentsNeeded":["LICENSE_IMAGE_MISSING"],"shortages":[],"credits":[],"webUnitsOverCap":0,"ruleVersions":[]}
        """;

    public const string Ledger =
        $$"""
        {"physicianId":"{{PhysicianId}}","entries":[
          {"entryId":"{{EntryId}}","date":"2025-05-10","category":"life-update","item":null,"units":5,"source":"mamis","status":"posted","trainingTitle":"架空産業医研修会","sessionTitle":"最近の法改正","mode":"onsite","attendance":"full","role":"attendee","heldBy":null,"reason":null,"listId":"{{TrainingId}}","listRow":12,"postedBy":"{{PhysicianId}}","postedAt":"2025-05-11T01:00:00Z","history":[{"what":"posted","at":"2025-05-11T01:00:00Z","by":"{{PhysicianId}}","applicationId":null}]},
          {"entryId":"{{NoticeId}}","date":"2024-11-03","category":"life-field","item":null,"units":3,"source":"paper","status":"pending","trainingTitle":"架空実地研修","sessionTitle":null,"mode":"web","attendance":"full","role":"attendee","heldBy":null,"reason":null,"listId":null,"listRow":null,"postedBy":"{{PhysicianId}}","postedAt":"2026-05-11T01:00:00Z","history":[]}],
         "totals":[{"category":"life-update","units":5,"free":5,"setAside":0,"spent":0,"pending":0},{"category":"life-field","units":0,"free":0,"setAside":0,"spent":0,"pending":3}]}
        """;

    public const string Cases =
        $$"""{"applications":[{"id":"{{ApplicationId}}","physicianId":"{{PhysicianId}}","scheme":"occupational","kind":"renewal","status":"returned","desk":null,"receiptNumber":"R-2026-0001","submittedOn":"2026-11-20","changedAt":"2026-11-21T01:00:00Z"}]}""";

    public const string NoCases = """{"applications":[]}""";

    public const string Queue =
        $$"""{"desk":"13-001","overdue":1,"soon":0,"applications":[{"application":{"id":"{{ApplicationId}}","physicianId":"{{PhysicianId}}","scheme":"occupational","kind":"renewal","status":"at-desk","desk":"13-001","receiptNumber":"R-2026-0001","submittedOn":"2026-11-20","changedAt":"2026-11-20T01:00:00Z"},"ageInDays":3,{{Rounds.OfCase}} }]}""";

    public const string Paper =
        $$"""{"items":[{"entryId":"{{EntryId}}","physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","date":"2024-11-03","category":"life-field","item":null,"units":3,"training":"架空実地研修","mode":"onsite","status":"pending","declaredAt":"2026-11-01T00:00:00Z","photos":[{"id":"{{NoticeId}}","mediaType":"image/jpeg"},{"id":"{{EntryId}}","mediaType":"image/heic"}]}],"next":null}""";

    public const string Trainings =
        $$"""{"items":[{"trainingId":"{{TrainingId}}","organizer":"ORG","title":"架空産業医研修会","prefecture":"13","status":"designated","firstDay":"2026-11-22","lastDay":"2026-11-22","units":5}],"next":null}""";

    public const string Training =
        $$"""
        {"id":"{{TrainingId}}","organizer":"ORG","title":"架空産業医研修会","prefecture":"13","status":"designated","sessions":[
          {"id":"{{EntryId}}","number":1,"title":"最近の法改正","date":"2026-11-22","start":"09:00:00","end":"12:00:00","place":"架空会館","mode":"onsite","category":"life-update","units":3},
          {"id":"{{NoticeId}}","number":2,"title":"職場のメンタルヘルス","date":"2026-11-22","start":"13:00:00","end":"15:00:00","place":"架空会館","mode":"onsite","category":"life-special","units":2,"capacity":40,"topic":"M1"}],"version":4}
        """;

    /// <summary>The same, sent back to its organizer.</summary>
    public static string Draft => Training.Replace(TrainingId, DraftId, StringComparison.Ordinal).Replace("designated", "returned", StringComparison.Ordinal);

    public const string TrainingHistory =
        $$"""
        {"steps":[{"what":"drafted","at":"2026-10-01T01:00:00Z","by":"{{PhysicianId}}","association":"ORG","reason":null},
          {"what":"requested","at":"2026-10-02T01:00:00Z","by":"{{PhysicianId}}","association":"ORG","reason":null},
          {"what":"returned","at":"2026-10-03T01:00:00Z","by":"{{PhysicianId}}","association":"13","reason":"会場の住所を書いてください"}]}
        """;

    public const string Found =
        $$"""
        {"items":[{"sessionId":"{{EntryId}}","trainingId":"{{TrainingId}}","number":1,"trainingTitle":"架空産業医研修会","organizer":"ORG","title":"最近の法改正","date":"2026-12-01","start":"09:00:00","end":"12:00:00",
          "place":"架空会館","prefecture":"13","mode":"onsite","category":"life-field","secondCategory":null,"item":null,"units":3,"capacity":40,"designatedAt":"2026-11-01T00:00:00Z","cancelledAt":null}],"next":"{{EntryId}}"}
        """;

    public const string OwnSignUps =
        $$"""
        {"signUps":[{"sessionId":"{{NoticeId}}","trainingId":"{{TrainingId}}","number":2,"trainingTitle":"架空産業医研修会","title":"職場のメンタルヘルス","date":"2099-11-22","start":"13:00:00","end":"15:00:00",
          "place":"架空会館","mode":"onsite","category":"life-special","units":2,"cancelled":false,"waits":true,"position":3}]}
        """;

    public const string SignUps =
        $$"""
        {"sessions":[{"session":1,"capacity":null,"places":0,"waiting":0},{"session":2,"capacity":1,"places":1,"waiting":1}],"signUps":[
          {"session":2,"mode":"onsite","physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","waits":false,"position":1,"at":"2026-11-01T00:00:00Z"},
          {"session":2,"mode":"onsite","physicianId":"{{EntryId}}","licenceNumber":"1234576","familyName":"見本","givenName":"太郎","waits":true,"position":1,"at":"2026-11-02T00:00:00Z"}]}
        """;

    public const string Unreported =
        $$"""{"items":[{"trainingId":"{{TrainingId}}","organizer":"ORG","title":"架空実地研修会","prefecture":"13","lastDay":"2026-10-20","days":34,"reporting":"overdue","overdueFrom":"2026-11-19"}],"next":null}""";

    public const string Suspense =
        $$"""
        {"items":[{"id":"{{NoticeId}}","trainingId":"{{TrainingId}}","trainingTitle":"架空産業医研修会","sessionId":"{{EntryId}}","listId":"{{EntryId}}","row":3,"licenceNumber":"1234576","familyName":"架空","givenName":"花子","birthDate":"1961-04-02","role":"attendee","mode":"onsite","attendance":"full","heldAt":"2026-11-20T01:00:00Z","reason":null,
          "nearMatches":[{"physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","nearness":"number-mistyped","sameBirthDate":true}]}],"next":null}
        """;

    public const string Attendees =
        $$"""{"items":[{"entryId":"{{EntryId}}","physicianId":"{{PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","session":1,"category":"life-update","units":3,"role":"attendee","mode":"onsite","attendance":"full","status":"posted","listId":null,"listRow":2,"postedAt":"2026-11-22T09:00:00Z"}],"next":null}""";

    public const string Attendance =
        """
        {"listId":"019ab000-0000-7000-8000-0000000000e1","rows":4,"credited":1,"duplicate":1,"suspended":1,"refused":1,"results":[
          {"row":2,"result":"credited","code":null,"explanation":null,"entryId":null},{"row":3,"result":"duplicate","code":null,"explanation":null,"entryId":null},
          {"row":4,"result":"suspended","code":null,"explanation":null,"entryId":null},{"row":5,"result":"refused","code":"NAME_MISMATCH","explanation":"x","entryId":null}]}
        """;

    public const string Notices =
        $$"""{"notices":[{"id":"{{NoticeId}}","kind":"one-year","route":"direct","physicianId":"{{PhysicianId}}","association":"JMA","scheme":"occupational","validTo":"2027-01-31","dueOn":"2026-01-31","scheduledAt":"2026-01-31T00:00:00Z","state":"sent","channel":"email"}],"next":null}""";

    public const string Notice =
        $$"""
        {"notice":{"id":"{{NoticeId}}","kind":"one-year","route":"direct","physicianId":"{{PhysicianId}}","association":"JMA","scheme":"occupational","validTo":"2027-01-31","dueOn":"2026-01-31","scheduledAt":"2026-01-31T00:00:00Z","state":"sent","channel":"email"},
         "text":{"noticeId":"{{NoticeId}}","subject":"認定証の更新について","body":"認定証の有効期限まで1年です。\nマイページで単位を確認してください。"},"deliveries":[{"at":"2026-01-31T00:00:00Z","what":"scheduled"},{"at":"2026-01-31T00:01:00Z","what":"sent","channel":"email"}],"contactChangedSince":false}
        """;

    public const string Verification = """{"number":"S1234567","scheme":"occupational","validFrom":"2022-02-01","validTo":"2027-01-31","on":"2026-11-23","state":"valid"}""";

    public const string Ending =
        $$"""
        {"from":"2026-11-01","to":"2027-10-31","association":"13-001","counts":[{"month":"2027-01","scheme":"occupational","number":2}],"next":"20270131{{EntryId}}",
         "certificates":[{"id":"{{EntryId}}","number":"S1234567","scheme":"occupational","validTo":"2027-01-31","graceUntil":null,"lapsedOn":null,"association":"13-001"},
           {"id":"{{NoticeId}}","number":"S7654321","scheme":"occupational","validTo":"2027-01-31","graceUntil":null,"lapsedOn":"2027-02-01","association":"13-001"}]}
        """;

    public const string Prints =
        $$"""{"accesses":[{"staffId":"{{EntryId}}","association":"13","what":"certificate","at":"2026-11-22T02:00:00Z"}]}""";

    public const string WhatIf = $$"""{"asOf":"2027-01-10","today":{{Lacking}},"then":{{Met}}}""";

    public const string Coverage =
        """
        {"on":"2026-11-23","association":"13-001","asked":4,"unexplained":1,"counts":[
          {"kind":"one-year","route":"jma-to-physician","outcome":"told","code":null,"number":2},
          {"kind":"four-months","route":"desk-to-physician","outcome":"explained","code":"NO_ADDRESS","number":1},
          {"kind":"four-months","route":"list-for-desk","outcome":"unexplained","code":"NOT_TOLD","number":1}],
         "gaps":[{"certificateId":"019ab000-0000-7000-8000-0000000000f1","physicianId":"019ab000-0000-7000-8000-000000000001","number":"S1234567","scheme":"occupational",
           "validTo":"2027-01-31","kind":"four-months","route":"list-for-desk","association":"13-001","outcome":"unexplained","code":"NOT_TOLD","scheduledAt":null}]}
        """;

    public const string Terms = """{"version":"1","text":"第1条 この規約は、マイページの利用について定めます。\n第2条 登録した内容は、認定の手続きのために使います。"}""";

    public const string Account = """{"login":"KGQX-2M9D-AB3C","email":"member@example.invalid","emailConfirmed":false,"secondFactor":true,"recoveryCodesLeft":7,"shortestPassword":8}""";

    public const string Sessions =
        $$"""
        {"sessions":[{"id":"{{EntryId}}","beganAt":"2026-11-22T00:05:00Z","seenAt":"2026-11-22T15:04:00Z","means":"password-and-code","current":true},
                     {"id":"{{NoticeId}}","beganAt":"2026-11-20T01:00:00Z","seenAt":"2026-11-20T02:00:00Z","means":"password-and-recovery-code","current":false}]}
        """;

    public const string Passkeys =
        $$"""
        {"passkeys":[{"id":"{{NoticeId}}","name":"ward tablet","createdAt":"2026-11-20T01:00:00Z","usedAt":"2026-11-22T15:04:00Z"},
                     {"id":"{{EntryId}}","name":"desk","createdAt":"2026-11-21T01:00:00Z","usedAt":null}],"most":10}
        """;

    public const string Accesses =
        $$"""{"accesses":[{"staffId":"{{EntryId}}","role":"county-staff","association":"13-001","what":"record","at":"2026-11-22T01:00:00Z"}]}""";

    public const string LedgerAccesses = $$"""[{"staffId":"{{EntryId}}","association":"13","at":"2026-11-21T01:00:00Z"}]""";

    public const string Clients =
        """
        {"clients":[{"clientId":"hospital-system","role":"organizer","association":"ORG-001","scopes":["attendance"],"createdAt":"2026-11-01T00:00:00Z","lastUsedAt":"2026-11-22T00:00:00Z",
                     "formerSecretUntil":"2026-11-29T00:00:00Z","formerSecretUsedAt":null,"revokedAt":null},
                    {"clientId":"old-system","role":"scheduler","association":"JMA","scopes":["renewal-runs"],"createdAt":"2026-01-01T00:00:00Z","lastUsedAt":null,
                     "formerSecretUntil":null,"formerSecretUsedAt":null,"revokedAt":"2026-10-01T00:00:00Z"}],
         "scopes":["attendance","renewal-runs","simulations"]}
        """;

    public static string Checked(string verdict, string changes = "", string personMatches = "null") =>
        $$"""
        {"verdict":"{{verdict}}","changes":[{{changes}}],"personMatches":{{personMatches}},"today":{{Verification}},
         "printed":{"number":"S1234567","scheme":"occupational","validFrom":"2022-02-01","validTo":"2027-01-31","issuedOn":"2026-11-20"} }
        """;

    public static string Application(string status, string? desk = null) =>
        $$"""
        {"id":"{{ApplicationId}}","physicianId":"{{PhysicianId}}","scheme":"occupational","kind":"renewal","status":"{{status}}","receiptNumber":"R-2026-0001","round":1,
         "desks":["13-001","13","JMA"],"desk":{{(desk is null ? "null" : $"\"{desk}\"")}},"entries":["{{EntryId}}"],"fee":10000,"feePaid":false,"paperOriginalRequired":true,"paperOriginalReceived":false,
         "documents":[{"id":"{{EntryId}}","kind":"licence-image","type":null,"completedOn":null}],"remarks":[{"item":"licence-image","text":"画像が不鮮明です。撮り直してください。"}],
         "history":[{"at":"2026-11-20T00:00:00Z","what":"application-drafted","desk":null},{"at":"2026-11-20T01:00:00Z","what":"application-submitted","desk":null},{"at":"2026-11-20T01:00:01Z","what":"application-admitted","desk":"13-001"}],"version":5,"certificateId":"{{EntryId}}",
         {{Rounds.OfApplication}},"feeAccount":{{Fees.Account("unpaid", 10_000)}} }
        """;
}
