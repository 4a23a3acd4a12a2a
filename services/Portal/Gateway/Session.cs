namespace Mamis.Portal.Gateway;

/// <summary>Who is signed in.</summary>
public sealed record Session(Guid Subject, string Role, string? Association, string? Next);

/// <summary>What a session waits for.</summary>
public sealed record NextStep(string Next);

/// <summary>The terms of use.</summary>
public sealed record Terms(string Version, string Text);
