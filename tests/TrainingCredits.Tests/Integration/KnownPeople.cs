using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Identity as far as this service calls it: a token, and people by id.</summary>
public sealed class KnownPeople
{
    private readonly ConcurrentDictionary<Guid, Person> _people = [];
    private int _failures;

    public void Know(Person person) => _people[person.Id.Value] = person;

    /// <summary>Lets the next questions fail, as when Identity restarts.</summary>
    public void Fail(int times) => _failures = times;

    /// <summary>The factory of clients disposes its handlers now and then; all of them ask the same people.</summary>
    public HttpMessageHandler Handler() => new Line(this);

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (request.RequestUri?.AbsolutePath == "/token")
        {
            return Answer(new { access_token = "token", expires_in = 300 });
        }

        if (Interlocked.Decrement(ref _failures) >= 0 || request.Content is null)
        {
            return new(HttpStatusCode.ServiceUnavailable);
        }

        var ids = (await request.Content.ReadFromJsonAsync<JsonObject>(cancellation))?["ids"]?.AsArray() ?? [];
        return Answer(ids.Select(it => it?.GetValue<Guid>() ?? default).Where(_people.ContainsKey).Select(it => Shape(_people[it])));
    }

    private static object Shape(Person it) => new
    {
        physicianId = it.Id.Value,
        it.Version,
        it.LicenceNumber,
        it.FamilyName,
        it.GivenName,
        familyNameKana = "",
        givenNameKana = "",
        it.BirthDate,
        email = (string?)null,
        postalCode = "",
        address = "",
        it.Active,
    };

    private static HttpResponseMessage Answer(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };

    private sealed class Line(KnownPeople people) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            people.Answer(request, cancellationToken);
    }
}
