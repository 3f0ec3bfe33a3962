namespace Aspire.Hosting.ApplicationModel;

/// <summary>Whether a command can be run.</summary>
public enum ResourceCommandState
{
    /// <summary>Yes.</summary>
    Enabled = 0,

    /// <summary>Not now.</summary>
    Disabled = 1,

    /// <summary>Not now, and it is not shown.</summary>
    Hidden = 2,
}

/// <summary>Style of an icon.</summary>
public enum IconVariant
{
    /// <summary>Lines.</summary>
    Regular = 0,

    /// <summary>Filled.</summary>
    Filled = 1,
}

/// <summary>What a command's state depends on.</summary>
public sealed class UpdateCommandStateContext
{
    /// <summary>The resource's state.</summary>
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }
}

/// <summary>What a command gets.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The instance it is run on.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Stops it.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The resource's log.</summary>
    public required ILogger Logger { get; init; }
}

/// <summary>How a command ended.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Well.</summary>
    public required bool Success { get; init; }

    /// <summary>It was cancelled.</summary>
    public bool Canceled { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What it says.</summary>
    public string? Message { get; init; }
}

/// <summary>Results of commands.</summary>
public static class CommandResults
{
    /// <summary>It went well.</summary>
    public static ExecuteCommandResult Success() => new() { Success = true };

    /// <summary>It went well and says something.</summary>
    public static ExecuteCommandResult Success(string message) => new() { Success = true, Message = message };

    /// <summary>It went wrong.</summary>
    public static ExecuteCommandResult Failure(string? errorMessage = null) => new() { Success = false, ErrorMessage = errorMessage, Message = errorMessage };

    /// <summary>It went wrong.</summary>
    public static ExecuteCommandResult Failure(Exception exception) => Failure(exception.Message);

    /// <summary>It was cancelled.</summary>
    public static ExecuteCommandResult Canceled() => new() { Success = false, Canceled = true };
}

/// <summary>Commands every started resource has.</summary>
public static class KnownResourceCommands
{
    /// <summary>Start.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stop.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stop, then start.</summary>
    public static readonly string RestartCommand = "restart";
}

/// <summary>How a command is shown.</summary>
public class CommandOptions
{
    /// <summary>A tooltip.</summary>
    public string? Description { get; set; }

    /// <summary>Passed along.</summary>
    public object? Parameter { get; set; }

    /// <summary>Asked before it runs.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>A Fluent UI icon.</summary>
    public string? IconName { get; set; }

    /// <summary>Style of the icon.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether it is shown next to the resource rather than in a menu.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Whether it can be run in a given state; always by default.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }

    internal static CommandOptions Default { get; } = new();
}
