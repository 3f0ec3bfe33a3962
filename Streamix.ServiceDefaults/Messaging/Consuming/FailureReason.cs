namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>Why an event failed, for the operator: kept in the service's own database, never logged.</summary>
internal static class FailureReason
{
    public static string Of(Exception error) =>
        error.InnerException is { } inner ? $"{Line(error)} <- {Line(inner)}" : Line(error);

    private static string Line(Exception error) => $"{error.GetType().Name}: {error.Message}";
}
