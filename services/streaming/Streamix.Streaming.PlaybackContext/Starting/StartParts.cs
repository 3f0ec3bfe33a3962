using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>The parts of one answer: those that are needed, asked twice when their service hangs up; and those that are left out with a reason.</summary>
internal sealed partial class StartParts(IOptions<PlaybackOptions> options, PlaybackMetrics metrics, ILogger<StartParts> logger)
{
    private readonly Lock _writing = new();
    private readonly List<MissingPart> _missing = [];
    private readonly Dictionary<string, double> _took = new(StringComparer.Ordinal);

    public IReadOnlyList<MissingPart> Missing
    {
        get
        {
            lock (_writing)
                return [.. _missing];
        }
    }

    /// <summary>Milliseconds by part.</summary>
    public IReadOnlyDictionary<string, double> Took
    {
        get
        {
            lock (_writing)
                return new Dictionary<string, double>(_took, StringComparer.Ordinal);
        }
    }

    /// <summary>Without it nothing plays. What is asked can be asked again without harm.</summary>
    /// <exception cref="DependencyUnavailableException">It is away.</exception>
    /// <exception cref="PlaybackOverException">It says that the playback is over.</exception>
    public async Task<T> NeedAsync<T>(string part, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            try
            {
                return await ask(cancellationToken);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                return await ask(cancellationToken); // another replica, or a connection that was closed meanwhile
            }
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            throw new PlaybackOverException(e);
        }
        catch (Exception e) when (IsAway(e) && !cancellationToken.IsCancellationRequested)
        {
            Log.Away(logger, part, e.GetType().Name);
            throw new DependencyUnavailableException(part, e) { RetryAfter = TimeSpan.FromSeconds(1) };
        }
        finally
        {
            Note(part, began);
        }
    }

    /// <summary>Something plays without it: null when it is away or late.</summary>
    public async Task<T?> TryAsync<T>(string part, Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken) where T : class
    {
        var began = Stopwatch.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = ask(patience.Token);
        try
        {
            return await asking.WaitAsync(options.Value.OptionalBudget, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await patience.CancelAsync();
            _ = asking.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            Leave(part, e is TimeoutException ? "late" : "unavailable", e);
            return null;
        }
        finally
        {
            Note(part, began);
        }
    }

    /// <summary>Whether somebody else does not answer.</summary>
    public static bool IsAway(Exception error) => error switch
    {
        RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted } => true,
        HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.TooManyRequests } => true,
        Polly.ExecutionRejectedException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    private void Leave(string part, string reason, Exception error)
    {
        lock (_writing)
            _missing.Add(new(part, reason));
        metrics.Missing(part);
        Log.LeftOut(logger, part, reason, error.GetType().Name);
    }

    private void Note(string part, long began)
    {
        var took = Stopwatch.GetElapsedTime(began);
        metrics.Took(part, took);
        lock (_writing)
            _took[part] = Math.Round(took.TotalMilliseconds, 3);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A playback cannot start: {Part} is away ({Error})")]
        public static partial void Away(ILogger logger, string part, string error);

        [LoggerMessage(Level = LogLevel.Information, Message = "A playback starts without {Part}, which is {Reason} ({Error})")]
        public static partial void LeftOut(ILogger logger, string part, string reason, string error);
    }
}
