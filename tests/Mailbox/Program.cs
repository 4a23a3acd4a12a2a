using Mamis.Mailbox;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var folder = new MessageFolder(builder.Configuration["Mailbox:Directory"] ?? Path.Combine(Path.GetTempPath(), "mamis-mailbox"));
var app = builder.Build();

app.MapGet("/health", () => Results.Ok());
app.MapGet("/messages", () => folder.List());
app.MapGet("/messages/{id:guid}", (Guid id) => folder.Find(id) is { } message
    ? Results.Bytes(message, "message/rfc822")
    : Results.NotFound());

await using var receiver = new SmtpReceiver(folder, builder.Configuration.GetValue("Smtp:Port", 0));
receiver.Start();
await app.RunAsync();
