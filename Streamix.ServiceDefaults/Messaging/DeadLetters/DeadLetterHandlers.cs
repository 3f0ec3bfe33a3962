namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>Stand in the place of a handler's name when no handler could be chosen.</summary>
internal static class DeadLetterHandlers
{
    /// <summary>The envelope could not be read.</summary>
    public const string Unreadable = "(unreadable)";

    /// <summary>No handler understands this version.</summary>
    public const string None = "(no handler)";
}
