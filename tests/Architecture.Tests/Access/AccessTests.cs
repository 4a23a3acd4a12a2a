using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mamis.Testing;

namespace Mamis.Architecture.Tests.Access;

/// <summary>Every endpoint of every service × every role, from the route tables: a new endpoint without an expected answer fails.</summary>
[Trait("Category", "Servers")]
public sealed partial class AccessTests
{
    private static readonly string[] Expected =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Architecture.Tests", "Access", "access.csv")).Skip(1),
    ];

    public static TheoryData<string> Services => ["identity", "training-credits", "certification", "notifications"];

    [Theory]
    [MemberData(nameof(Services))]
    [InlineData("portal")]
    public async Task Who_may_call_what_is_what_the_list_says(string service)
    {
        await using var host = await Start(service);

        var declared = host.Routes.Select(it => it.ToString()).ToList();
        var expected = Expected.Where(it => it.StartsWith($"{service},", StringComparison.Ordinal)).ToList();
        string[] differences = [.. declared.Except(expected).Select(it => $"+ {it}"), .. expected.Except(declared).Select(it => $"- {it}")];

        Assert.True(differences.Length == 0, string.Join('\n', differences.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_route_lets_in_whom_it_says_and_nobody_else(string service)
    {
        await using var host = await Start(service);
        var wrong = new List<string>();

        foreach (var caller in RouteTable.AllRoles.Prepend(null))
        {
            using var client = host.As(caller);

            foreach (var line in host.Routes)
            {
                using var request = RequestTo(line);
                using var answer = await client.SendAsync(request);
                var expected = ExpectedOf(line, caller);

                if (await AnswerOf(answer) != expected)
                {
                    wrong.Add($"{caller ?? "nobody"}: {line} gave {(int)answer.StatusCode}, expected {expected}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private enum Answer
    {
        LetIn,
        SignInFirst,
        NotAllowed,
    }

    private static Answer ExpectedOf(RouteTable.Line line, string? role) => role switch
    {
        _ when line.Callers == RouteTable.Everyone => Answer.LetIn,
        null => Answer.SignInFirst,
        _ => line.Allows(role) ? Answer.LetIn : Answer.NotAllowed,
    };

    /// <summary>A refusal for the role alone has this code; a rule that forbids has one of its own.</summary>
    private static async Task<Answer> AnswerOf(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized when (await answer.Content.ReadAsStringAsync()).Contains("SIGN_IN_REQUIRED", StringComparison.Ordinal) => Answer.SignInFirst,
        HttpStatusCode.Forbidden when (await answer.Content.ReadAsStringAsync()).Contains("\"NOT_ALLOWED\"", StringComparison.Ordinal) => Answer.NotAllowed,
        _ => Answer.LetIn,
    };

    /// <summary>Nothing has the id that is asked for, and the body says nothing, so that whoever is let in changes nothing.</summary>
    private static HttpRequestMessage RequestTo(RouteTable.Line line) =>
        new(new HttpMethod(line.Method), Parameter().Replace(line.Route, it => it.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : Guid.Empty.ToString()))
        {
            Content = line.Method is "GET" or "DELETE" ? null : new StringContent("{}", Encoding.UTF8, "application/json"),
        };

    private static async Task<IServiceHost> Start(string service)
    {
        var database = await NativeServers.CreateDatabase(service);

        return service switch
        {
            "identity" => new ServiceHost<Identity.Domain.Physician>(service, database),
            "training-credits" => new ServiceHost<TrainingCredits.Domain.Training>(service, database),
            "certification" => new ServiceHost<Certification.Domain.Certificate>(service, database),
            "notifications" => new ServiceHost<Notifications.Domain.Notice>(service, database),
            _ => new ServiceHost<Portal.Shared.Mistakes>(service, database),
        };
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
