using Confluent.Kafka;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>A member of a group with a thread that polls; commits follow the effects.</summary>
internal sealed class KafkaSession : IBusSession
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly BusSubscription _subscription;
    private readonly Action<BusDelivery> _receive;
    private readonly ILogger _logger;
    private readonly IConsumer<string, byte[]> _consumer;
    private readonly KafkaAssignment _assignment = new();
    private readonly KafkaCommits _commits;
    private readonly KafkaFlow _flow;
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _polling;
    private volatile bool _receiving = true;
    private long _hadRoom = Environment.TickCount64;

    public KafkaSession(ConsumerConfig config, BusSubscription subscription, Action<BusDelivery> receive, ILogger logger)
    {
        _subscription = subscription;
        _receive = receive;
        _logger = logger;
        _consumer = new ConsumerBuilder<string, byte[]>(config)
            .SetPartitionsAssignedHandler((_, _) => Assigned())
            .SetPartitionsRevokedHandler((_, partitions) => Revoked(partitions))
            .SetPartitionsLostHandler((_, partitions) => Lose(partitions))
            .SetErrorHandler((_, error) => Trouble(error))
            .SetLogHandler((_, _) => { })
            .Build();
        _commits = new(_consumer, _assignment, Trouble);
        _flow = new(subscription.Prefetch);
        _consumer.Subscribe(subscription.Types);
        _polling = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task Lost => _lost.Task;

    public Task StopReceivingAsync(CancellationToken cancellationToken)
    {
        _receiving = false;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _polling;
        _closing.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!_closing.IsCancellationRequested)
            {
                if (IsFullForAMoment())
                    _assignment.AwaitSettled(Poll);
                else
                    PollOnce();
                _commits.Serve();
            }
        }
        catch (Exception error)
        {
            _lost.TrySetException(new BusUnavailableException("The Kafka consumer failed.", error));
        }

        Close();
    }

    private void PollOnce()
    {
        LimitFlow();
        try
        {
            if (_consumer.Consume(Poll) is { Message: not null } record)
                Receive(record);
        }
        catch (ConsumeException error) when (!error.Error.IsFatal)
        {
            Trouble(error.Error); // a topic that does not exist yet, a broker that is away: the client goes on by itself
        }
    }

    /// <summary>What was owned before keeps its state and what is new flows, so it is said again for all of them.</summary>
    private void Assigned() => _flow.Forget();

    private void Revoked(List<TopicPartitionOffset> partitions) => _commits.Finish(_assignment.Release(partitions.Select(p => p.TopicPartition)));

    /// <summary>Others own them already, so nothing may be committed.</summary>
    private void Lose(List<TopicPartitionOffset> partitions) => _ = _assignment.Release(partitions.Select(p => p.TopicPartition));

    private void Receive(ConsumeResult<string, byte[]> record)
    {
        if (!_receiving)
            return; // never marked as received, so never committed

        var progress = _assignment[record.TopicPartition];
        progress.Received(record.Offset.Value);
        _receive(new KafkaDelivery(KafkaMessage.Read(record), record.Offset.Value, progress));
    }

    /// <summary>
    /// Who is full for a moment waits and keeps what is fetched: pausing throws it away, and the client fetches again only up to a second
    /// after it was resumed. Who is full for longer pauses and polls, because the group waits for a member that does not.
    /// </summary>
    private bool IsFullForAMoment()
    {
        if (_assignment.Unsettled >= _subscription.Prefetch)
            return _receiving && !_flow.IsPaused && Environment.TickCount64 - _hadRoom < Patience.TotalMilliseconds;
        _hadRoom = Environment.TickCount64;
        return false;
    }

    private void LimitFlow()
    {
        switch (_flow.Change(_assignment.Unsettled, _receiving))
        {
            case true:
                _consumer.Pause(_consumer.Assignment);
                break;
            case false:
                _consumer.Resume(_consumer.Assignment);
                break;
        }
    }

    private void Close()
    {
        try
        {
            _commits.Finish(_assignment.ReleaseAll());
            _consumer.Close();
        }
        catch (KafkaException error)
        {
            Trouble(error.Error);
        }

        _consumer.Dispose();
        _lost.TrySetResult();
    }

    private void Trouble(Error error)
    {
        if (error.IsFatal)
            _lost.TrySetException(new BusUnavailableException($"Kafka: {error.Code}."));
        if (error.Code is not (ErrorCode.UnknownTopicOrPart or ErrorCode.Local_AllBrokersDown or ErrorCode.Local_Transport or ErrorCode.RebalanceInProgress))
            _logger.KafkaTrouble(error.Code.ToString());
    }
}
