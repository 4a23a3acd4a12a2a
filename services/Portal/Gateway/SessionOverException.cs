namespace Mamis.Portal.Gateway;

/// <summary>The session ended while the reader was at work; the way on is to sign in and come back to the same page.</summary>
public sealed class SessionOverException : Exception;
