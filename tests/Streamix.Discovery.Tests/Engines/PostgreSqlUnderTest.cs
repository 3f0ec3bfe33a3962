using Streamix.Discovery.Index.PostgreSql;
using Streamix.Discovery.Index.PostgreSql.Asking;
using Streamix.Discovery.Index.PostgreSql.Writing;
using Streamix.Testing.Engines;

namespace Streamix.Discovery.Tests.Engines;

public sealed class PostgreSqlUnderTest : EngineUnderTest
{
    public override async Task<OwnIndex> NewAsync()
    {
        SearchDatabase database = new(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("search"));
        OwnIndex index = new(new PostgreSqlSearchEngine(database), new PostgreSqlIndexWriter(database), database);
        await index.Writer.PrepareAsync(default);
        return index;
    }
}

public sealed class PostgreSqlRankingTests(PostgreSqlUnderTest engine) : RankingContract(engine), IClassFixture<PostgreSqlUnderTest>;

public sealed class PostgreSqlFilterTests(PostgreSqlUnderTest engine) : FilterContract(engine), IClassFixture<PostgreSqlUnderTest>;

public sealed class PostgreSqlVisibilityTests(PostgreSqlUnderTest engine) : VisibilityContract(engine), IClassFixture<PostgreSqlUnderTest>;

public sealed class PostgreSqlAnswerTests(PostgreSqlUnderTest engine) : AnswerContract(engine), IClassFixture<PostgreSqlUnderTest>;

public sealed class PostgreSqlWritingTests(PostgreSqlUnderTest engine) : WritingContract(engine), IClassFixture<PostgreSqlUnderTest>;
