namespace Mamis.Gateway.Sessions;

/// <summary>The token that goes on to the service: the session's, or the client's own once it has been found good.</summary>
public sealed record ForwardedToken(string AccessToken);
