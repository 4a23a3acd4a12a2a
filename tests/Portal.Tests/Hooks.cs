namespace Mamis.Portal.Tests;

/// <summary>Invented webhooks, as Notifications would answer them.</summary>
public static class Hooks
{
    public const string Id = "019ab000-0000-7000-8000-000000000301";
    public const string DeliveryId = "019ab000-0000-7000-8000-000000000302";

    public const string List =
        $$"""
        {"webhooks":[{{One}},
          {"id":"{{Examples.EntryId}}","name":"架空病院の人事システム","url":"https://hospital.example/hooks/mamis?tenant=a-very-long-name-of-a-tenant-without-any-blank","kinds":["credit.posted"],
           "state":"paused","reason":"not-reached","registeredAt":"2026-10-01T01:00:00Z","changedAt":"2026-11-20T01:00:00Z","formerUntil":null}],
         "kinds":["application.decided","application.returned","certificate.term-began","certificate.ended","credit.posted","credit.withdrawn"]}
        """;

    public const string One =
        $$"""
        {"id":"{{Id}}","name":"架空県の研修管理システム","url":"https://trainings.example/hooks","kinds":["application.decided","certificate.ended"],
         "state":"active","reason":null,"registeredAt":"2026-11-01T01:00:00Z","changedAt":"2026-11-01T01:00:00Z","formerUntil":null}
        """;

    public const string Deliveries =
        $$"""
        {"deliveries":[
          {"id":"{{DeliveryId}}","webhookId":"{{Id}}","messageId":"{{Examples.NoticeId}}","type":"application.decided","state":"waiting","round":1,"attempts":3,"madeAt":"2026-11-22T01:00:00Z","triedAt":"2026-11-22T01:07:00Z","nextAt":"2026-11-22T01:40:00Z","status":503,"fault":null},
          {"id":"{{Examples.EntryId}}","webhookId":"{{Id}}","messageId":"{{Examples.EntryId}}","type":"webhook.test","state":"failed","round":1,"attempts":9,"madeAt":"2026-11-21T01:00:00Z","triedAt":"2026-11-21T01:07:00Z","nextAt":null,"status":null,"fault":"no-answer-in-time"},
          {"id":"{{Examples.TrainingId}}","webhookId":"{{Id}}","messageId":"{{Examples.TrainingId}}","type":"certificate.ended","state":"kept","round":1,"attempts":0,"madeAt":"2026-11-21T00:00:00Z","triedAt":null,"nextAt":null,"status":null,"fault":null},
          {"id":"{{Examples.DraftId}}","webhookId":"{{Id}}","messageId":"{{Examples.DraftId}}","type":"certificate.ended","state":"delivered","round":1,"attempts":1,"madeAt":"2026-11-20T00:00:00Z","triedAt":"2026-11-20T00:00:01Z","nextAt":null,"status":204,"fault":null}],
         "next":"{{Examples.DraftId}}"}
        """;
}
