namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>The moments between which a process may die; a test can stop at each of them.</summary>
internal enum MessagingStep
{
    /// <summary>The business transaction with its outbox row is committed.</summary>
    Committed,

    /// <summary>The relay holds the row and has sent nothing.</summary>
    BeforePublish,

    /// <summary>The broker confirmed; the row is still there.</summary>
    Confirmed,

    /// <summary>The row is deleted, not yet committed.</summary>
    Deleted,

    /// <summary>The inbox row is written; the handler has not begun.</summary>
    BeforeHandler,

    /// <summary>The handler is done, nothing committed.</summary>
    Handled,

    /// <summary>The effect is committed, the broker does not know.</summary>
    Applied,

    /// <summary>The dead letter is committed, the broker does not know.</summary>
    DeadLettered,
}
