using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Activities;

/// <summary>Elsa's type aliases as types of FEEL: what decides whether a stored text is read as a date.</summary>
static class VariableTypes
{
    public static FeelType Of(VariableDeclaration declaration)
    {
        var one = One(declaration.TypeName.TrimEnd('?').ToUpperInvariant());
        return declaration.IsArray ? new FeelType.List(one) : one;
    }

    static FeelType One(string alias) => alias switch
    {
        "STRING" or "GUID" => FeelType.String,
        "BOOLEAN" => FeelType.Boolean,
        "INT16" or "INT32" or "INT64" or "SINGLE" or "DOUBLE" or "DECIMAL" => FeelType.Number,
        "DATETIME" or "DATETIMEOFFSET" => FeelType.DateTime,
        "DATEONLY" or "DATE" => FeelType.Date,
        "TIMESPAN" => FeelType.DayTimeDuration,
        _ => FeelType.Any,
    };
}
