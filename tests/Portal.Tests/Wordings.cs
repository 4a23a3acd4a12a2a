namespace Mamis.Portal.Tests;

/// <summary>Words of notices and choices about mails, as Notifications would answer them.</summary>
public static class Wordings
{
    public const string Choices =
        """
        {"kinds":[{"kind":"one-year","optional":false,"mail":true},{"kind":"application-returned","optional":false,"mail":true},{"kind":"inquiry-answered","optional":true,"mail":true}],
         "history":[{"at":"2026-11-20T01:00:00Z","kind":"inquiry-answered","mail":true,"by":"my-page"},{"at":"2026-11-19T01:00:00Z","kind":"inquiry-answered","mail":false,"by":"link-in-mail"}]}
        """;

    public const string StopLink = """{"kind":"inquiry-answered","mail":true}""";

    public const string Templates =
        """
        {"templates":[{"kind":"one-year","version":1,"since":null,"subject":"【{association}】{scheme}の有効期限まで１年です","coming":[{"version":2,"since":"2027-04-01"}]},
          {"kind":"four-months","version":3,"since":"2026-11-01","subject":"【{association}】{scheme}の更新手続きのご案内","coming":[]}]}
        """;

    public const string Template =
        $$"""
        {"kind":"one-year","current":1,"places":["association","scheme","number","validTo","myPage"],"byLetter":true,"versions":[
          {"version":2,"subject":"【{association}】{scheme}更新のご準備","text":"認定番号 {number} の期限は {validTo} です。\n\nマイページ： {myPage}","since":"2027-04-01","why":"見やすくするため","by":"{{Examples.PhysicianId}}","at":"2026-11-20T01:00:00Z"},
          {"version":1,"subject":"【{association}】{scheme}の有効期限まで１年です","text":"{scheme}（認定番号 {number}）の有効期限は {validTo} です。\n\nマイページ： {myPage}","since":null,"why":null,"by":null,"at":null}]}
        """;

    public const string Preview =
        """{"subject":"【日本医師会】認定産業医更新のご準備","text":"架空 花子 先生\n\n<b>認定番号</b> S1234567","html":"<p>page</p>","letter":"<article>letter</article>","version":null}""";

    public const string Leads =
        """
        {"association":"JMA","leads":[
          {"kind":"one-year","scheme":"occupational","months":14,"since":"2026-11-01","forAll":12,"shortest":10,"longest":18,"mayBeLeft":false,"coming":[{"months":null,"since":"2027-04-01"}]},
          {"kind":"four-months","scheme":"sports","months":4,"since":null,"forAll":4,"shortest":3,"longest":9,"mayBeLeft":true,"coming":[]}],
         "elsewhere":[{"association":"01","kind":"one-year","scheme":"occupational","leadMonths":0}]}
        """;
}
