namespace Kanteling.Workflows.Expressions;

/// <summary>The names that an expression can see, nearest first: one variable, or all entries of a context, at each level.</summary>
sealed class Scope(Scope? outer, string? name, FeelValue value)
{
    readonly FeelContext? entries = value as FeelContext;

    internal static Scope Of(FeelContext variables) => new(null, null, variables);

    internal Scope With(string variable, FeelValue content) => new(this, variable, content);

    /// <summary>Inside a filter: the item itself and, when it is a context, its entries.</summary>
    internal Scope WithItem(FeelValue item) => item is FeelContext ? new Scope(this, null, item).With("item", item) : With("item", item);

    internal FeelValue Find(string wanted)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Has(wanted, out var found))
                return found;
        }
        return FeelNull.Instance;
    }

    Scope? Outer => outer;

    bool Has(string wanted, out FeelValue found)
    {
        found = value;
        return name is null ? entries!.TryGet(wanted, out found) : string.Equals(name, wanted, StringComparison.Ordinal);
    }
}

/// <summary>The types of the names that an expression can see; the mirror of <see cref="Scope"/>.</summary>
sealed class TypeScope(TypeScope? outer, string? name, FeelType type)
{
    internal static TypeScope Of(FeelType.Context schema) => new(null, null, schema);

    internal TypeScope With(string variable, FeelType content) => new(this, variable, content);

    internal TypeScope WithItem(FeelType item) =>
        (item is FeelType.Context || item.IsOpen ? new TypeScope(this, null, item) : this).With("item", item);

    /// <summary>C# null when the name certainly does not exist; any when an open context might have it.</summary>
    internal FeelType? Find(string wanted)
    {
        var mayExist = false;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Type(wanted) is { } found)
                return mayExist ? FeelType.Any : found;
            mayExist |= scope.IsOpen;
        }
        return mayExist ? FeelType.Any : null;
    }

    TypeScope? Outer => outer;

    bool IsOpen => name is null && type is not FeelType.Context { Closed: true };

    FeelType? Type(string wanted) =>
        name is not null ? name == wanted ? type : null : (type as FeelType.Context)?.Fields.GetValueOrDefault(wanted);
}
