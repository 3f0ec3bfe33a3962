using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Streamix.ServiceDefaults.Data;

/// <summary>
/// Makes the relational model while the model is made, under its lock. EF Core 10 leaves it to the first use, and of two threads that
/// are first at once, one may find neither the model nor what makes it ("The model must be finalized …").
/// </summary>
internal sealed class WholeModelInitializer(ModelRuntimeInitializerDependencies dependencies, RelationalModelRuntimeInitializerDependencies relational)
    : RelationalModelRuntimeInitializer(dependencies, relational)
{
    public override IModel Initialize(IModel model, bool designTime = true, IDiagnosticsLogger<DbLoggerCategory.Model.Validation>? validationLogger = null)
    {
        var made = base.Initialize(model, designTime, validationLogger);
        _ = base.Initialize(made, designTime: false).GetRelationalModel();
        return made;
    }
}
