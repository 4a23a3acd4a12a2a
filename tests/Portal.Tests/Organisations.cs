namespace Mamis.Portal.Tests;

/// <summary>Notices to desks and organizers, and what their staff chose, as Notifications would answer them.</summary>
public static class Organisations
{
    public const string NoticeId = "019ab000-0000-7000-8000-0000000000f1";

    public const string Notices =
        $$"""
        {"notices":[
          {{Card}},
          {"id":"019ab000-0000-7000-8000-0000000000f2","kind":"desk-deadline","organisation":"13-001","association":"JMA","about":"019ab000-0000-7000-8000-0000000000f4","scheme":"occupational","dueOn":"2026-11-06","scheduledAt":"2026-11-06T00:00:00Z","state":"sent","subject":"【日本医師会】認定産業医の進達期限（2026年11月20日）が近づいています"},
          {"id":"019ab000-0000-7000-8000-0000000000f3","kind":"desk-deadline","organisation":"13-001","association":"JMA","about":"019ab000-0000-7000-8000-0000000000f4","scheme":"sports","dueOn":"2026-11-06","scheduledAt":"2026-11-06T00:00:00Z","state":"scheduled","subject":null}],
         "next":"019ab000-0000-7000-8000-0000000000f3"}
        """;

    public const string Notice =
        $$"""
        {"notice":{{Card}},
         "text":{"noticeId":"{{NoticeId}}","subject":"【日本医師会】認定産業医の進達期限（2026年11月20日）を過ぎた申請があります","body":"見本区医師会で審査中の認定産業医の申請が3件、進達期限を過ぎています。\n\n・進達期限：2026年11月20日","version":1},
         "deliveries":[{"at":"2026-11-21T00:00:00Z","what":"scheduled"},{"at":"2026-11-21T00:01:00Z","what":"sent","channel":"my-page","code":"ON_PAGE"},{"at":"2026-11-21T00:01:00Z","what":"staff-mailed","channel":"email"},{"at":"2026-11-21T00:01:00Z","what":"staff-mail-left","channel":"email","code":"SWITCHED_OFF"}]}
        """;

    public const string Choices =
        """{"kinds":[{"kind":"desk-deadline","optional":true,"mail":true},{"kind":"desk-overdue","optional":true,"mail":false}],"history":[{"at":"2026-11-20T01:00:00Z","kind":"desk-overdue","mail":false,"by":"my-page"}]}""";

    public const string Template =
        """{"kind":"desk-overdue","current":1,"places":["association","desk","deadline","page"],"byLetter":false,"versions":[{"version":1,"subject":"【{association}】期限","text":"{desk} {deadline}\n\n{page}"}]}""";

    private const string Card =
        $$"""{"id":"{{NoticeId}}","kind":"desk-overdue","organisation":"13-001","association":"JMA","about":"019ab000-0000-7000-8000-0000000000f4","scheme":"occupational","dueOn":"2026-11-21","scheduledAt":"2026-11-21T00:00:00Z","state":"sent","subject":"【日本医師会】認定産業医の進達期限（2026年11月20日）を過ぎた申請があります"}""";
}
