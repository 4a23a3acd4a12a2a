namespace Mamis.Portal.Tests;

/// <summary>The door of a session, as TrainingCredits would answer it.</summary>
public static class Doors
{
    public const string Api = $"/api/training-credits/trainings/{Examples.TrainingId}/sessions/1/door";
    public const string Address = $"/organizer/trainings/{Examples.TrainingId}/door?session=1";
    public const string Wall = $"/organizer/trainings/{Examples.TrainingId}/wall?session=1";
    public const string Guest = $"/organizer/trainings/{Examples.TrainingId}/door/1/guests/{Examples.PhysicianId}";

    public const string Code =
        """
        {"code":"7K3MPQ0Z","link":"https://mamis.example.invalid/check-in?code=7K3MPQ0Z","changesAt":"2026-11-22T00:00:30Z","seconds":17}
        """;

    public const string Pass =
        """
        {"pass":"0CEAG0000000E000800000000005PNV3SG2M9YQ4T1B8H6K7WXZC5D3FJN","validUntil":"2026-11-22T00:01:00Z"}
        """;

    public const string Stays =
        $$"""
        {"stays":[{"trainingId":"{{Examples.TrainingId}}","session":1,"trainingTitle":"架空産業医研修会","title":"最近の法改正","entered":"2026-11-21T23:55:00Z","left":null}]}
        """;

    public const string CheckedIn =
        $$"""
        {"trainingId":"{{Examples.TrainingId}}","trainingTitle":"架空産業医研修会","session":1,"title":"最近の法改正","direction":"entry","at":"2026-11-21T23:55:00Z"}
        """;

    public const string HandedIn =
        $$"""
        {"attendance":{"listId":"{{Examples.EntryId}}","rows":2,"credited":1,"duplicate":0,"suspended":0,"refused":1,"results":[
          {"row":1,"result":"credited"},{"row":2,"result":"refused","code":"CONTRADICTS_EARLIER"}]},"physicians":["{{Examples.PhysicianId}}","{{Examples.EntryId}}"]}
        """;

    public static string Recorded(string result, string? code = null) =>
        $$"""
        {"recorded":1,"known":0,"refused":0,"results":[{"id":"{{Examples.EntryId}}","result":"{{result}}","code":{{(code is null ? "null" : $"\"{code}\"")}},"familyName":"架空","givenName":"花子"}]}
        """;

    public static string Door(bool isOpen) =>
        $$"""
        {"session":1,"title":"最近の法改正","isOpen":{{(isOpen ? "true" : "false")}},"from":"2026-11-21T22:00:00Z","until":"2026-11-22T04:00:00Z","signUpRequired":true,"inside":1,"left":1,"guests":[
          {"physicianId":"{{Examples.PhysicianId}}","licenceNumber":"1234567","familyName":"架空","givenName":"花子","entered":"2026-11-21T23:55:00Z","left":"2026-11-22T03:01:00Z","isInside":false,"attendance":"full","gaps":[],"reason":"出口の読み取り漏れ"},
          {"physicianId":"{{Examples.EntryId}}","licenceNumber":"7654321","familyName":"見本","givenName":"太郎","entered":"2026-11-22T00:20:00Z","left":null,"isInside":true,"attendance":"partial","gaps":["late","no-exit"],"reason":null}]}
        """;

    public static void Lay(StandInGateway gateway, bool isOpen = true)
    {
        gateway.Lay($"GET {Api}", Door(isOpen));
        gateway.Lay($"GET {Api}/code", Code);
        gateway.Lay("GET /api/training-credits/check-ins/me", Stays);
        gateway.Lay("GET /api/training-credits/check-ins/me/pass", Pass);
    }
}
