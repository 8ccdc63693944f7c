using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataHub.Audit;

/// <summary>Where rows say whom they are about, and when a statement has to read that.</summary>
internal static class SubjectColumns
{
    private const string BusinessId = "business_id";
    private const string PersonId = "person_id";

    /// <summary>The columns of a type.</summary>
    /// <param name="type">Name in the contract.</param>
    /// <param name="key">The column that tells the rows apart.</param>
    /// <param name="entity">Of the table; null for a query.</param>
    public static IReadOnlyList<SubjectColumn> Of(string type, string key, IEntityType? entity)
    {
        if (type == "Person") return [new(IsPerson: true, key)];
        if (type == "Business" || key == BusinessId) return [new(IsPerson: false, key)];
        var columns = entity?.GetProperties().Select(p => p.GetColumnName()).ToHashSet(StringComparer.Ordinal) ?? [];
        var found = new List<SubjectColumn>(2);
        if (columns.Contains(BusinessId)) found.Add(new(IsPerson: false, BusinessId));
        if (columns.Contains(PersonId)) found.Add(new(IsPerson: true, PersonId));
        return found;
    }

    /// <summary>
    /// True when the rows have to say it themselves: something personal is asked of them, or of what hangs below them and says it by its parents.
    /// </summary>
    /// <param name="type">Type of the rows.</param>
    /// <param name="selections">What is asked of them.</param>
    /// <param name="haveParents">True when they are listed below rows that say it: of a business's loans the business does.</param>
    public static bool AreNeeded(TableType type, IEnumerable<SelectionPlan> selections, bool haveParents)
    {
        if (type.Subjects.Count == 0) return false;
        if (PersonalData.TellsOfPersons(type.Name)) return true;
        if (haveParents && type.Name != "Business") return false;
        foreach (var selection in selections)
            if (AskPersonal(selection, type)) return true;
        return false;
    }

    private static bool AskPersonal(SelectionPlan selection, TableType rows)
    {
        foreach (var field in selection.Fields)
        {
            if (PersonalData.IsSensitive(field.Definition)) return true;
            // Pages and their edges stand between a row and the rows below it.
            var isRow = selection.Type.Name == rows.Name;
            var (target, joins) = isRow ? TargetOf(rows, field) : (rows, false);
            if (joins && (target.Subjects.Count > 0)) continue;
            foreach (var below in field.Selections.Values)
                if (AskPersonal(below, target)) return true;
        }
        return false;
    }

    private static (TableType Target, bool Joins) TargetOf(TableType rows, FieldSelection field) => rows.Fields.GetValueOrDefault(field.Definition.Name) switch
    {
        ChildrenField children => (children.Target(), false),
        ToOneField toOne => (toOne.Target(), true),
        _ => (rows, false),
    };
}
