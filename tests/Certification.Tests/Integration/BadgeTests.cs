using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Certification.Tests.Features;
using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A certificate as an Open Badge 3.0, checked as a wallet does that knows nothing but the addresses in it.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class BadgeTests(CertificationApp app)
{
    private readonly HttpClient _anybody = app.CreateClient();

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task It_has_what_Open_Badges_and_Verifiable_Credentials_require_and_says_what_the_paper_says()
    {
        var holder = await Holder(Today.AddDays(60));
        var badge = Payload(await Badge(holder));
        var subject = badge.GetProperty("credentialSubject");
        var achievement = subject.GetProperty("achievement");

        Assert.Equal("https://www.w3.org/ns/credentials/v2", badge.GetProperty("@context")[0].GetString());
        Assert.Equal("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", badge.GetProperty("@context")[1].GetString());
        Assert.Equal(["VerifiableCredential", "OpenBadgeCredential"], badge.GetProperty("type").EnumerateArray().Select(it => it.GetString()));
        Assert.All((string[])["id", "name", "issuer", "validFrom", "validUntil", "credentialStatus", "iss", "jti", "sub", "nbf", "exp"], it => Assert.True(badge.TryGetProperty(it, out _), it));
        Assert.All((string[])["id", "type", "name", "description", "criteria"], it => Assert.True(achievement.TryGetProperty(it, out _), it));
        Assert.Equal((badge.GetProperty("iss").GetString(), badge.GetProperty("jti").GetString(), badge.GetProperty("sub").GetString()), (badge.GetProperty("issuer").GetProperty("id").GetString(), badge.GetProperty("id").GetString(), subject.GetProperty("id").GetString()));
        Assert.Equal(["架空 花子", "1961-04-02"], subject.GetProperty("identifier").EnumerateArray().Select(it => it.GetProperty("identityHash").GetString()));
        Assert.Equal($"S{holder:n}", subject.GetProperty("licenseNumber").GetString());
        Assert.Equal(Today.AddDays(60), BusinessCalendar.DayOf(badge.GetProperty("validUntil").GetDateTimeOffset()));
        Assert.Equal(Today.AddDays(61), BusinessCalendar.DayOf(badge.GetProperty("validUntil").GetDateTimeOffset().AddSeconds(1)));
    }

    [Fact]
    public async Task Anybody_checks_it_with_the_key_it_names_and_a_changed_one_is_found_out()
    {
        var parts = (await Badge(await Holder(Today.AddDays(60)))).Split('.');
        var header = JsonDocument.Parse(Base64UrlEncoder.Decode(parts[0])).RootElement;
        var key = await _anybody.GetFromJsonAsync<JsonElement>(Path(header.GetProperty("kid").GetString()));
        var issuer = await _anybody.GetFromJsonAsync<JsonElement>(Path(Payload(string.Join('.', parts)).GetProperty("iss").GetString()));
        byte[] Part(string name) => Base64UrlEncoder.DecodeBytes(key.GetProperty(name).GetString());
        using var published = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Part("x"), Y = Part("y") } });
        var changed = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace($"{Today.AddDays(60).Year}", $"{Today.AddDays(60).Year + 5}", StringComparison.Ordinal));

        Assert.Equal(("ES256", "vc+jwt", "vc"), (header.GetProperty("alg").GetString(), header.GetProperty("typ").GetString(), header.GetProperty("cty").GetString()));
        Assert.Contains(issuer.GetProperty("assertionMethod").EnumerateArray(), it => it.GetString() == header.GetProperty("kid").GetString());
        Assert.True(Verifies(published, parts[0], parts[1], parts[2]));
        Assert.False(Verifies(published, parts[0], changed, parts[2]));
        Assert.Equal("forged", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, string.Join('.', parts))));
    }

    [Fact]
    public async Task Its_bits_follow_suspension_and_loss_and_its_place_stays_through_a_renewal_X8()
    {
        var holder = await Holder(Today.AddDays(-1));
        var ((revoked, suspended), jma) = (Entries(Payload(await Badge(holder))), app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA"));
        Assert.Equal((false, false), (await IsSet(revoked), await IsSet(suspended)));

        await app.Sweep(Today);
        Assert.Equal((true, false), (await IsSet(revoked), await IsSet(suspended)));
        Assert.Equal((409, "CERTIFICATE_LAPSED"), await app.As(holder, Roles.Physician).IsRefusedReading($"{Certificate(holder)}/badge"));

        await Told(holder, Today.AddYears(5).AddDays(-1));
        Assert.Equal((revoked, suspended), Entries(Payload(await Badge(holder))));
        await jma.Does($"{Certificate(holder)}/suspensions", new { from = Today, reason = "reason" });
        Assert.Equal((false, true), (await IsSet(revoked), await IsSet(suspended)));
        Assert.Equal((409, "CERTIFICATE_SUSPENDED"), await app.As(holder, Roles.Physician).IsRefusedReading($"{Certificate(holder)}/badge"));

        await jma.Does($"{Certificate(holder)}/reinstatements", new { from = Today, reason = "reason" });
        Assert.False(await IsSet(suspended));

        await jma.Does($"{Certificate(holder)}/losses", new { from = Today, reason = "reason" });
        Assert.Equal((true, false), (await IsSet(revoked), await IsSet(suspended)));
    }

    [Fact]
    public async Task A_new_certificate_after_a_loss_has_a_place_of_its_own_and_the_lost_one_stays_revoked_X9()
    {
        var holder = await Holder(Today.AddDays(-1));
        var (lost, _) = Entries(Payload(await Badge(holder)));
        await app.Sweep(Today);
        var stream = Streams.CertificateOf(new(holder), Scheme.Sports);
        var store = app.Services.GetRequiredService<IEventStore>();
        var issued = new CertificateIssued(new(holder), Scheme.Sports, $"N{holder:n}", new(Guid.CreateVersion7()), Today, Today.AddYears(5).AddDays(-1));
        await store.Append(
            new Changes().Append<Certificate>(stream, (await store.Load<Certificate>(stream, CancellationToken.None)).Version, [issued]), CancellationToken.None);
        var (fresh, _) = Entries(Payload(await Badge(holder)));

        Assert.NotEqual(lost, fresh);
        Assert.Equal((true, false), (await IsSet(lost), await IsSet(fresh)));
    }

    [Fact]
    public async Task It_is_made_out_for_the_holder_alone_and_what_is_not_there_is_told_as_such()
    {
        var holder = await Holder(Today.AddDays(60));

        Assert.Equal((404, "CERTIFICATE_UNKNOWN"), await app.As(Guid.CreateVersion7(), Roles.Physician).IsRefusedReading($"{Certificate(holder)}/badge"));
        Assert.Equal((404, "STATUS_LIST_UNKNOWN"), await _anybody.IsRefusedReading("/credentials/status/revocation/900"));
        Assert.Equal((404, "STATUS_LIST_UNKNOWN"), await _anybody.IsRefusedReading("/credentials/status/refresh/0"));
        Assert.Equal((404, "KEY_UNKNOWN"), await _anybody.IsRefusedReading("/credentials/keys/none"));
        Assert.Equal((404, "ACHIEVEMENT_UNKNOWN"), await _anybody.IsRefusedReading("/credentials/achievements/none"));
        Assert.Equal("認定健康スポーツ医", (await _anybody.GetFromJsonAsync<JsonElement>("/credentials/achievements/sports")).GetProperty("name").GetString());
    }

    private static bool Verifies(ECDsa key, string header, string payload, string signature) =>
        key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64UrlEncoder.DecodeBytes(signature), HashAlgorithmName.SHA256);

    private static JsonElement Payload(string token) => JsonDocument.Parse(Base64UrlEncoder.Decode(token.Split('.')[1])).RootElement;

    private static string Path(string? address)
    {
        Assert.StartsWith("https://mamis.example/credentials/", address, StringComparison.Ordinal);
        return new Uri(address ?? "").PathAndQuery;
    }

    private static string Certificate(Guid holder) => $"/certificates/{Streams.CertificateOf(new(holder), Scheme.Sports)}";

    /// <summary>List and index for either purpose.</summary>
    private static ((string List, int Index) Revoked, (string List, int Index) Suspended) Entries(JsonElement badge)
    {
        (string, int) Of(string purpose)
        {
            var entry = badge.GetProperty("credentialStatus").EnumerateArray().Single(it => it.GetProperty("statusPurpose").GetString() == purpose);
            Assert.Equal("BitstringStatusListEntry", entry.GetProperty("type").GetString());
            return (Path(entry.GetProperty("statusListCredential").GetString()), int.Parse(entry.GetProperty("statusListIndex").GetString() ?? "", null));
        }

        return (Of("revocation"), Of("suspension"));
    }

    private async Task<bool> IsSet((string List, int Index) entry)
    {
        using var answer = await _anybody.GetAsync(entry.List);
        var list = Payload(await answer.Content.ReadAsStringAsync());
        var subject = list.GetProperty("credentialSubject");

        Assert.Equal("application/vc+jwt", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.Public);
        Assert.Contains(list.GetProperty("type").EnumerateArray(), it => it.GetString() == "BitstringStatusListCredential");
        Assert.Equal("BitstringStatusList", subject.GetProperty("type").GetString());

        return (BitstringTests.Read(subject.GetProperty("encodedList").GetString() ?? "")[entry.Index / 8] & (128 >> (entry.Index % 8))) != 0;
    }

    private Task<string> Badge(Guid holder) => app.As(holder, Roles.Physician).GetStringAsync($"{Certificate(holder)}/badge");

    private async Task<Guid> Holder(DateOnly validTo)
    {
        var holder = Guid.CreateVersion7();
        app.Identity.People[holder] = new(holder, "1234567", "架空", "花子", new(1961, 4, 2));
        await Told(holder, validTo);

        return holder;
    }

    private async Task Told(Guid holder, DateOnly validTo)
    {
        await app.Publish(new CertificateOnRecord
        {
            PhysicianId = holder,
            Scheme = "Sports",
            Number = $"S{holder:n}",
            ValidFrom = validTo.AddYears(-5).AddDays(1),
            ValidTo = validTo,
            OccurredAt = default,
        });
        await Eventually.Get(async () =>
        {
            using var answer = await _anybody.GetAsync($"/verify/S{holder:n}");
            return (await answer.Content.ReadAsStringAsync()).Contains($"{validTo:yyyy-MM-dd}", StringComparison.Ordinal) ? "told" : null;
        });
    }
}
