using Npgsql;
using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Tests.Transports;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Tests.Consuming;

[Collection("rabbitmq")]
public sealed class SlowStatementTests
{
    [Fact]
    public async Task Handler_whose_statement_always_times_out_Leaves_a_dead_letter_And_its_subject_goes_on()
    {
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport, s => s with { More = new Dictionary<string, string> { ["Messaging:Retry:Attempts"] = "2" } });
        await stage.ConsumerAsync(behaviour: new()
        {
            BeforeAsync = (step, _, token) => step.Number == 1 ? SleepAsync(stage.Settings.ConsumerDb, token) : Task.CompletedTask,
        });
        await (await stage.PublisherAsync()).StepAsync("slow", 2);
        await stage.AppliedAsync(1, TimeSpan.FromSeconds(30));
        (await stage.DeadLettersAsync(1)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public void Timeout_Is_told_from_other_failures_Also_when_wrapped()
    {
        var timeout = new NpgsqlException("slow", new TimeoutException());
        DatabaseFailure.IsTimeout(new InvalidOperationException("wrapped", timeout)).ShouldBeTrue();
        DatabaseFailure.IsTimeout(new NpgsqlException("away", new IOException())).ShouldBeFalse();
        DatabaseFailure.IsTimeout(new TimeoutException("not the database's")).ShouldBeFalse();
    }

    private static async Task SleepAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Command Timeout=1");
        await connection.OpenAsync(cancellationToken);
        await using var sleep = new NpgsqlCommand("SELECT pg_sleep(60)", connection);
        await sleep.ExecuteNonQueryAsync(cancellationToken);
    }
}
