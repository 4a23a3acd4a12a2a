using System.Globalization;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>The message broker.</summary>
public sealed class RabbitMQServerResource(string name) : ServerResource(name)
{
    /// <summary>Whether people want to look into the broker with a browser.</summary>
    public bool HasManagement { get; set; }

    public override IEnumerable<KeyValuePair<string, string>> Properties
    {
        get
        {
            var address = new Uri(ConnectionString);
            var credentials = address.UserInfo.Split(':', 2);

            yield return new("HOST", address.Host);
            yield return new("PORT", address.Port.ToString(CultureInfo.InvariantCulture));
            yield return new("USERNAME", Uri.UnescapeDataString(credentials[0]));
            yield return new("PASSWORD", Uri.UnescapeDataString(credentials[^1]));
            yield return new("URI", ConnectionString);
        }
    }
}
