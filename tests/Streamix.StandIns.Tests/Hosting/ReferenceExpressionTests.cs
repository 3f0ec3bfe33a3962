using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ReferenceExpressionTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();

    [Fact]
    public async Task Values_and_text_are_joined()
    {
        var host = app.AddParameter("host", "db.example");
        var expression = ReferenceExpression.Create($"Host={host};Port={"5432"}");

        (await expression.GetValueAsync(Apps.Soon)).ShouldBe("Host=db.example;Port=5432");
        expression.ValueExpression.ShouldBe("Host={host.value};Port=5432");
    }

    [Fact]
    public async Task Braces_in_text_stay_braces()
    {
        var value = app.AddParameter("value", "v");
        var expression = ReferenceExpression.Create($"{{a}}:{value}");

        (await expression.GetValueAsync(Apps.Soon)).ShouldBe("{a}:v");
        (await ReferenceExpression.Create($"<{expression}>").GetValueAsync(Apps.Soon)).ShouldBe("<{a}:v>");
    }

    [Fact]
    public async Task Uri_format_escapes_values_and_text()
    {
        var password = app.AddParameter("password", "p@ss/word");
        var inner = ReferenceExpression.Create($"a b{password}");

        (await ReferenceExpression.Create($"amqp://{password:uri}@host").GetValueAsync(Apps.Soon)).ShouldBe("amqp://p%40ss%2Fword@host");
        (await ReferenceExpression.Create($"{inner:uri}").GetValueAsync(Apps.Soon)).ShouldBe("a%20bp%40ss%2Fword");
    }

    [Fact]
    public void Parts_of_an_inner_expression_become_parts_of_the_outer()
    {
        var one = app.AddParameter("one", "1").Resource;
        var two = app.AddParameter("two", "2").Resource;
        var outer = ReferenceExpression.Create($"{one}-{ReferenceExpression.Create($"<{two}{one}>")}");

        outer.Format.ShouldBe("{0}-<{1}{2}>");
        outer.ValueProviders.ShouldBe([one, two, one]);
    }

    [Fact]
    public async Task Builder_appends_piece_by_piece()
    {
        var builder = new ReferenceExpressionBuilder();
        builder.IsEmpty.ShouldBeTrue();
        builder.AppendLiteral("http://");
        builder.Append($"{app.AddParameter("name", "x")}/");
        builder.AppendFormatted("a b", "uri");

        (await builder.Build().GetValueAsync(Apps.Soon)).ShouldBe("http://x/a%20b");
    }

    [Fact]
    public async Task Single_hole_without_value_Is_null()
    {
        var missing = app.AddConnectionString("missing");
        var reference = new ConnectionStringReference(missing.Resource, optional: true);

        (await ReferenceExpression.Create($"{reference}").GetValueAsync(Apps.Soon)).ShouldBeNull();
    }

    [Fact]
    public void Unknown_format_Is_refused() =>
        Should.Throw<FormatException>(() => ReferenceExpression.Create($"{"text":hex}"));
}
