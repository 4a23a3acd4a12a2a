namespace Mamis.EventStore;

/// <summary>The message had its effect before; doing it again would double it.</summary>
public sealed class AlreadyHandledException(string consumer) : Exception($"{consumer} has handled this message before.");
